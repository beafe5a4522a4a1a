# Made by `accordingto course`; yours to change. nbgrader and `accordingto` read it.
import os

c = get_config()
c.CourseDirectory.course_id = 'old-course'
c.CourseDirectory.root = os.path.dirname(os.path.abspath(__file__))
# Another database than gradebook.db in this folder: c.CourseDirectory.db_url = "postgresql://…"
# Texts are written into their cells, where a person marks them, and keys are there to mark by.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "accordingto.classroom.autograding.Prepare",
    "nbgrader.preprocessors.CheckCellMetadata",
]
# The notebooks in source/ hold no solutions, so there are none to clear.
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors." + name
    for name in (
        "IncludeHeaderFooter", "LockCells", "ClearOutput", "CheckCellMetadata",
        "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme",
        "ComputeChecksums", "CheckCellMetadata",
    )
]
