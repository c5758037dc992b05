"""The schema: frozen records that say what a file may hold.

Must not look across files, know a line number, or hold a sentence.
"""
