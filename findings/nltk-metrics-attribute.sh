#!/usr/bin/env bash
# NLTK 3.10.4. `import nltk.metrics` binds a package of another name: the attribute `nltk.metrics` is
# nltk.translate.metrics, which has no `precision`. `from nltk.metrics import precision` works.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nltk==3.10.4 numpy==2.4.6
cat > "$folder/try.py" <<'PY'
import nltk
import nltk.metrics
from nltk.metrics import precision

print("nltk.metrics is", nltk.metrics.__name__)
print("it has precision:", hasattr(nltk.metrics, "precision"))
print("from nltk.metrics import precision:", precision({1, 2}, {2}))
PY
cat > "$folder/expected" <<'TXT'
nltk.metrics is nltk.translate.metrics
it has precision: False
from nltk.metrics import precision: 1.0
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
