"""Plans without a table: their sections, bullets and sentences.

Must not leave out a passage between the first and the last that give work.
"""
