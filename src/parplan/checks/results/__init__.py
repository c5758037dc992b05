"""What must hold in published results and the criteria sets behind them.

Must not look at tasks.
"""
