"""A proposed plan as its file, and what is told of it.

Must not propose anything.
"""
