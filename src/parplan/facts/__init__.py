"""What is true on a day: who owes what, how it stands, what changed between years.

Must not hold a word a person reads, read a file, or ask the clock.
"""
