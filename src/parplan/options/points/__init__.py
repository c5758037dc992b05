"""What is asked of points: which years, which place, whom it is held against.

Must not draw what was found.
"""
