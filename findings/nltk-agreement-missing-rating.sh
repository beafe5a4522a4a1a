#!/usr/bin/env bash
# NLTK 3.10.4, nltk.metrics.agreement.AnnotationTask.
# One rating is missing: kappa, pi and observed agreement end in "generator raised StopIteration",
# which names neither coder nor item, while alpha gives a figure from what is left. And a coder who
# rated one item twice is no error for either: kappa keeps the first rating, alpha counts both.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nltk==3.10.4
cat > "$folder/try.py" <<'PY'
from nltk.metrics.agreement import AnnotationTask

full = [("ann", "i1", "x"), ("bob", "i1", "x"), ("ann", "i2", "y"), ("bob", "i2", "x"), ("ann", "i3", "y"), ("bob", "i3", "y")]
for name, ratings in (("complete", full), ("one missing", full[:-1]), ("one twice", [*full, ("ann", "i1", "y")])):
    task = AnnotationTask(data=ratings)
    for measure in (task.kappa, task.pi, task.avg_Ao, task.alpha):
        try:
            print(f"{name}: {measure.__name__} {measure():.3f}")
        except RuntimeError as error:
            print(f"{name}: {measure.__name__} RuntimeError {error}")
PY
cat > "$folder/expected" <<'TXT'
complete: kappa 0.400
complete: pi 0.333
complete: avg_Ao 0.667
complete: alpha 0.444
one missing: kappa RuntimeError generator raised StopIteration
one missing: pi RuntimeError generator raised StopIteration
one missing: avg_Ao RuntimeError generator raised StopIteration
one missing: alpha 0.000
one twice: kappa 0.250
one twice: pi -0.091
one twice: avg_Ao 0.667
one twice: alpha 0.000
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
