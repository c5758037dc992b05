"""A plan's document cut into tasks: which table is theirs, what each row or sentence gives to whom, by when.

Must not open a file, decide what only a person can, or leave out a passage in silence.
"""
