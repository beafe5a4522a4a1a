"""Handing out a lesson: its notebook as graded work, fitted to the sheet of the course.

How a student's work comes back is in `hand_in`, what a sheet is in `exercises`.
"""
