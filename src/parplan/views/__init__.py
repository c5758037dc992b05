"""Facts and words become rows and pages of finished strings.

Must not compute a fact, read a file, or know how a string is drawn.
"""
