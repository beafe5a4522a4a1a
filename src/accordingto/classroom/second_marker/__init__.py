"""A second person marks the texts blind, and both are held against each other.

The first marks are read from `book`; nothing is written into the gradebook.
"""
