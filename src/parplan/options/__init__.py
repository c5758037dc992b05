"""What is typed after a command, and what it comes to: a folder, a plan, a day, a language, a place to write to.

Must not run a command, or draw what it found.
"""
