"""Pages on a terminal, in a pipe, or in a dumb one.

Must not word a sentence.
"""
