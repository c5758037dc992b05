"""The commands about points: what an index came to by criterion, what was lost, and what is to bring it back.

Must not write.
"""
