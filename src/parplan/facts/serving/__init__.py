"""How tasks serve criteria: what was lost and who works on it, what would bring it back, what hangs together.

Must not hold a word a person reads, or score anything by itself.
"""
