#!/usr/bin/env bash
# nbconvert 7.17.2, HTMLExporter. A figure's alternative text, given in the output's metadata as
# {"image/png": {"alt": ...}}, is kept by the templates classic and basic. The default template, lab,
# drops it and writes its own sentence instead, so that a screen reader is told that nobody described
# what somebody did describe. An <img> in an HTML output keeps its own.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nbconvert==7.17.2
cat > "$folder/try.py" <<'PY'
import re
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
figure = new_output("display_data", data={"image/png": PNG}, metadata={"image/png": {"alt": "Ten bars"}})
own = new_output("display_data", data={"text/html": '<img alt="Two lines" src="x.png">'})
notebook = new_notebook(cells=[new_code_cell("1", execution_count=1, outputs=[figure, own])])
for template in ("lab", "classic", "basic"):
    page, _ = HTMLExporter(template_name=template).from_notebook_node(notebook)
    page = re.sub(r"base64,[^\"']*", "", page)
    print(template, re.findall(r'<img[^>]*?alt="([^"]*)"', page))
PY
cat > "$folder/expected" <<'TXT'
lab ['No description has been provided for this image', 'Two lines']
classic ['Ten bars', 'Two lines']
basic ['Ten bars', 'Two lines']
TXT
"$folder/env/bin/python" "$folder/try.py" 2>/dev/null | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
