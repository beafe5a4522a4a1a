"""Lessons made of a page: out of a corrected reading, sources in the form of the kit's own.

A maker in `makers/` gives one kind of exercise or says that the page cannot bear it; `words.yaml`
holds what they say. What is written is a teacher's to change, and is built like any lesson.
"""
