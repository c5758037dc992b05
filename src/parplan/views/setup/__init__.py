"""What is told round the work: of a workspace that was just made, of the machine under it, of what may come next.

Must not look at any of them.
"""
