"""What a notebook calls, and how notebooks are built and handed out."""
