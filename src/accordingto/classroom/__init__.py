"""The classroom, by its steps: a room each, and on the ground what several of them stand on.

`hand_out`, `hand_in`, `mark`, `second_marker`, `book` and `hand_back` say what is in them; `wall`
is around a student's code; `room` is the class as one more reading. `course` knows the folders,
`submissions` reads what was handed in, `results` are what marking gave.
"""
