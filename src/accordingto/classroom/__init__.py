"""The classroom: from a folder of submissions to a gradebook, and back to the students.

| step | modules |
|---|---|
| hand out | `course`, `assignment` |
| hand in | `handin`; then `collect` with `archives`, `layouts`, `roster`, `handed` |
| mark | `grade`, `regrade`, `autograding`; each by `submissions`, `marking`, `marks`; `wall` |
| keep | `gradebook`, `scores`; `page` is what the formgrader shows |
| mark texts | `double_marking` with `texts`, `alike`, `marker_agreement` |
| hand back | `feedback` with `feedback_page`, `hidden`; `export` with `platforms`, `tables` |
"""
