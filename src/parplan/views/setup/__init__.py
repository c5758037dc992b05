"""What is told of a workspace that was just made, and of the machine that it stands on.

Must not look at either.
"""
