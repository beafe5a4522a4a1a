"""Handing back: each student's page of feedback, and tables of marks for a platform.

Nothing is scored here; the pages say what `mark` found and `book` keeps.
"""
