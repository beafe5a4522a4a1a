"""Many articles: read from files, one after another or on many cores, and written as lines.

How a single article is read is in `instrument`, and how a table looks is in `commands`.
"""
