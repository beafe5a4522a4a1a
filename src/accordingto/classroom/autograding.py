"""The name by which the `nbgrader_config.py` of older courses finds the preprocessor."""

from accordingto.classroom.mark.plain_nbgrader import Prepare

__all__ = ["Prepare"]
