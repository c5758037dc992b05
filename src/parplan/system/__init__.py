"""What the machine holds: files written whole, locks, git, and folders that somebody else filled.

Must not know what a file means.
"""
