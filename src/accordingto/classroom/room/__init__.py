"""The class as one more reading: what all its members answered, seen as one.

`respondents` reads the answers, one reader after the other. It stands on `hand_in`, for a class
is what was handed in, wherever it lies.
"""
