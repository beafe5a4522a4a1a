#!/usr/bin/env bash
# nbformat 5.11.1, jsonschema 4.26.0, rfc3987-syntax 1.1.0. Importing nbformat compiles a grammar of
# web addresses in another language's letters, which no notebook asks for: jupyter-events wants
# jsonschema[format-nongpl], and jsonschema imports what that brings as soon as it is there. Four
# fifths of the time of `import nbformat`, in every process of Jupyter that reads a notebook.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet nbformat==5.11.1 jsonschema==4.26.0 rfc3987-syntax==1.1.0 jupyter-events==0.12.1
cat > "$folder/try.py" <<'PY'
import subprocess
import sys

TIMED = "import time; import nbformat; print(time.process_time())"
WITHOUT = "import sys; sys.modules['rfc3987_syntax'] = None; " + TIMED


def seconds(code: str) -> float:
    done = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(4)]
    return min(float(one.stdout) for one in done)


loaded = "import nbformat, sys; print('a grammar is compiled:', 'lark' in sys.modules)"
print(subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.strip())
whole, rest = seconds(TIMED), seconds(WITHOUT)
print(f"CPU: {whole:.2f} s with it, {rest:.2f} s without", file=sys.stderr)
print("more than half of the time:", rest < whole / 2)
PY
cat > "$folder/expected" <<'TXT'
a grammar is compiled: True
more than half of the time: True
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
