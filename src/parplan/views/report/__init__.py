"""Reports as finished strings: sentences, tables, appendices, charts.

Must not count or select.
"""
