#!/usr/bin/env bash
# NLTK 3.10.4, nltk.text.Text. Two ways to ask one text for a word do not agree: concordance_list
# minds no case and stops at 25 lines without a word about the rest, count minds case and counts all.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nltk==3.10.4
cat > "$folder/try.py" <<'PY'
from nltk.text import Text

text = Text(("the cat sat " * 40).split())
for word in ("cat", "Cat"):
    print(word, "lines:", len(text.concordance_list(word)), "count:", text.count(word))
PY
cat > "$folder/expected" <<'TXT'
cat lines: 25 count: 40
Cat lines: 25 count: 0
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
