"""The words that officers have for those of our closed lists, and how they are looked up.

Must not hold a word that the schema does not know.
"""
