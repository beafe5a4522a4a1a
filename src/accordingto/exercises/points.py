"""How points are said: rounded here, and nowhere else."""


def rounded(points: float) -> str:
    """Return points as people write them: at most two decimals, no trailing zeros."""
    return f"{round(points, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
