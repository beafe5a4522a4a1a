"""The classroom: from a folder of submissions to a gradebook."""
