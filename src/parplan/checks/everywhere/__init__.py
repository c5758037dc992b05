"""What must hold in files of every kind: ids, names, references, papers, heads.

Must not know what a record is for.
"""
