"""Forms that units sent back: opened, and read as if their cells had been typed.

Must not write, or guess what an unreadable cell was to say.
"""
