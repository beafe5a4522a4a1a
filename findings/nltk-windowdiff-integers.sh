#!/usr/bin/env bash
# NLTK 3.10.4, nltk.metrics.segmentation: windowdiff and pk.
# Both take any sequence, but count a boundary only where an item equals the text "1". Two different
# segmentations written as lists of the integers 0 and 1 therefore have the distance 0.0, as if they
# agreed wholly; windowdiff is right again with boundary=1.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nltk==3.10.4
cat > "$folder/try.py" <<'PY'
from nltk.metrics.segmentation import pk, windowdiff

ours, theirs = [0, 1, 0, 0], [0, 0, 1, 0]
print("windowdiff of texts", round(windowdiff("0100", "0010", 2), 2))
print("windowdiff of integers", windowdiff(ours, theirs, 2))
print("windowdiff of integers, boundary=1", round(windowdiff(ours, theirs, 2, boundary=1), 2))
print("pk of texts", round(pk("0100", "0010", 2), 2))
print("pk of integers", pk(ours, theirs, 2))
PY
cat > "$folder/expected" <<'TXT'
windowdiff of texts 0.67
windowdiff of integers 0.0
windowdiff of integers, boundary=1 0.67
pk of texts 0.67
pk of integers 0.0
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
