"""What a status shows: what was asked for, chosen from what is true.

Must not hold a word a person reads.
"""
