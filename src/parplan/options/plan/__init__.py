"""A plan's document that was named: opened, and what it comes to as files of the workspace.

Must not write, or decide what only a person can.
"""
