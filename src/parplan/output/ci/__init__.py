"""Findings for machines that watch a repository: GitHub, GitLab, code scanners.

Must not choose which findings are told.
"""
