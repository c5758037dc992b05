"""What was typed of a month: whose it is, row by row or asked for, and the changes that it makes.

Must not write.
"""
