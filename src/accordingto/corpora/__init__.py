"""Articles in files, read one after another or on many cores, and written as lines or a table."""
