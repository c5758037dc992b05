"""Changes to YAML files that a person wrote: only the characters that must change do.

Must not decide what is to be written.
"""
