"""Where the kernel writes down which addresses may be asked: nobody reads it."""
