"""How criteria are scored, and what became of them when a new set came.

Must not compute: a rule is what the decision says, drawn out by facts.
"""
