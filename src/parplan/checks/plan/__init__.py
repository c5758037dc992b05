"""What must hold in a plan and its document.

Must not look at what was reported.
"""
