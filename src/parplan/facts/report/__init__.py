"""What a report tells: its frame, its counts, one unit's part of it, and the gist by which it is known again.

Must not hold a word a person reads.
"""
