"""parplan: a province's plan to raise its administrative-reform indexes, kept as YAML and read as facts.

Must not import anything: start-up pays for it.
"""

__version__ = "0.1.0"
