"""Pages of a reader's own: read in, cleaned with what was done said, and kept as seeds.

What a page becomes, a lesson or a report, is not here; nor is how it is corrected on the screen.
"""
