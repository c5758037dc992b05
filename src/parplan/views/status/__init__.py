"""A status as finished strings: its sheet, its tables, its calendar, its data for machines.

Must not count or select.
"""
