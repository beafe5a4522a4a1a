#!/usr/bin/env bash
# nbval 0.11.0. In strict mode a notebook whose outputs were cleared passes: a cell that was never run
# is run and compared with nothing. The same cell with a wrong output kept in it fails, as it should.
# So a suite of notebooks proves something only if another check says that they were saved as run.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nbval==0.11.0 pytest==9.0.2 nbformat==5.10.4 ipykernel==7.1.0
export JUPYTER_DATA_DIR="$folder/data" IPYTHONDIR="$folder/ipython"
cat > "$folder/make.py" <<'PY'
import sys
import nbformat
from nbformat.v4 import new_code_cell, new_notebook, new_output

wrong = [new_output("stream", name="stdout", text="3\n")]
for name, ran, outputs in (("cleared", None, []), ("wrong", 1, wrong)):
    cell = new_code_cell("print(1 + 1)", execution_count=ran, outputs=outputs)
    nbformat.write(new_notebook(cells=[cell]), f"{sys.argv[1]}/{name}.ipynb")
PY
"$folder/env/bin/python" "$folder/make.py" "$folder"
seen=$(for name in cleared wrong; do
  "$folder/env/bin/python" -m pytest -q --nbval --nbval-current-env "$folder/$name.ipynb" >/dev/null 2>&1 && echo "$name: passed" || echo "$name: failed"
done)
echo "$seen"
[ "$seen" = $'cleared: passed\nwrong: failed' ] || { echo "changed"; exit 1; }
