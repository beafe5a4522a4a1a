"""From submissions to marks: grading, regrading, and what nbgrader's own screens need for it.

How an answer is scored is in `exercises`, what is around a student's code in `wall`.
"""
