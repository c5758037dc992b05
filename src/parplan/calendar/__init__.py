"""Time as offices write it: periods, due days, working days, and the rules of deadlines.

Must not know a plan, a task or a unit.
"""
