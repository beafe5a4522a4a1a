#!/usr/bin/env bash
# dkpro-cassis 0.12.0. An annotation whose begin and end are changed after cas.add() shows its new
# place when it is listed, but select_covered does not find it there, and cas.remove() raises that it
# is not in the list: the index keeps the place that it had when it was added.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet dkpro-cassis==0.12.0
cat > "$folder/try.py" <<'PY'
from cassis import Cas, TypeSystem

types = TypeSystem()
Quote = types.create_type("demo.Quote", "uima.tcas.Annotation")
Sentence = types.create_type("demo.Sentence", "uima.tcas.Annotation")
cas = Cas(types)
cas.sofa_string = "“Yes,” she said. “No,” he said."
quote, sentence = Quote(begin=0, end=6), Sentence(begin=17, end=31)
cas.add_all([quote, sentence])
quote.begin, quote.end = 17, 22
print("listed:", [one.get_covered_text() for one in cas.select("demo.Quote")])
print("covered by its sentence:", [one.get_covered_text() for one in cas.select_covered("demo.Quote", sentence)])
try:
    cas.remove(quote)
    print("removed")
except ValueError as error:
    print("remove: ValueError, not in list:", str(error).endswith("not in list"))
PY
cat > "$folder/expected" <<'TXT'
listed: ['“No,”']
covered by its sentence: []
remove: ValueError, not in list: True
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
