#!/usr/bin/env bash
# nbgrader 0.9.6. A cell that gives partial credit ends in its number of points. What cannot be read
# by float() of its printed form as a number from zero up earns full points instead of none:
# None, True, nan, a quoted number, NumPy's own repr of 2.5, even -1. A line on stderr, such as a
# library's warning, earns none, whatever the number.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nbgrader==0.9.6
cat > "$folder/try.py" <<'PY'
from nbformat.v4 import new_code_cell, new_output
from nbgrader.utils import determine_grade

GRADE = {"grade": True, "points": 4, "grade_id": "a", "solution": False, "locked": True, "task": False, "schema_version": 3}


def points(*outputs):
    return float(determine_grade(new_code_cell("x", metadata={"nbgrader": GRADE}, outputs=list(outputs)))[0])


def result(text):
    return new_output("execute_result", data={"text/plain": text}, execution_count=1)


for text in ("2.5", "0", "None", "True", "nan", "'2.5'", "np.float64(2.5)", "-1"):
    print(text, points(result(text)))
print("2.5 after a line on stderr", points(new_output("stream", name="stderr", text="a warning"), result("2.5")))
PY
cat > "$folder/expected" <<'TXT'
2.5 2.5
0 0.0
None 4.0
True 4.0
nan 4.0
'2.5' 4.0
np.float64(2.5) 4.0
-1 4.0
2.5 after a line on stderr 0.0
TXT
"$folder/env/bin/python" "$folder/try.py" 2>/dev/null | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
