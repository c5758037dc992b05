"""What became of the data so far: who changed what and when, and which of it somebody asks for.

Must not change anything, or word what it found.
"""
