"""What must hold in what units reported and what the office decided, wrote and sent.

Must not judge the work.
"""
