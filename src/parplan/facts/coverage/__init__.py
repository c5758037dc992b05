"""A plan's document, its tasks, the criteria they serve and the evidence: what hangs together, and what does not.

Must not hold a word a person reads, or score anything.
"""
