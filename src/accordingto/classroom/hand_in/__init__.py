"""From a student's folder to the course: packing, and collecting what platforms download.

Whose a file is and what of it counts is decided here; nothing is scored, and no code is run.
"""
