"""A folder of YAML becomes a workspace: text, tree, records, and every mistake at its place.

Must not write, or word what it found.
"""
