"""Reminders as finished strings: the letter, its lists, the messages.

Must not choose who is reminded.
"""
