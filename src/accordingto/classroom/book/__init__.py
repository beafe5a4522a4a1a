"""nbgrader's gradebook: students, scores, and the points that a person gave.

Every step reads and writes scores through it; how a platform has them is in `hand_back`.
"""
