"""Finished strings become what a person sees: terminal, JSON, annotations, Markdown, Word.

Must not word a sentence or know a fact.
"""
