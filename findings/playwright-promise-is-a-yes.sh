#!/usr/bin/env bash
# Playwright 1.65.2 for Python, page.wait_for_function.
# What gives a promise is asked once: the promise itself counts as the yes that was waited for, and
# the call comes back at once with whatever became of it. So a wait for an async function proves
# nothing, while the same function without async is asked until it says yes, or time is over.
# It wants a Chromium of the machine's own.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet playwright==1.65.2
cat > "$folder/try.py" <<'PY'
import shutil

from playwright.sync_api import TimeoutError, sync_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
with sync_playwright() as playwright:
    path = next(path for name in NAMES if (path := shutil.which(name)))
    page = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
    for asked in ("async () => false", "() => Promise.resolve(false)", "() => false"):
        try:
            print(asked, "came back with", page.wait_for_function(asked, timeout=2000).json_value())
        except TimeoutError:
            print(asked, "was waited for")
PY
cat > "$folder/expected" <<'TXT'
async () => false came back with False
() => Promise.resolve(false) came back with False
() => false was waited for
TXT
"$folder/env/bin/python" "$folder/try.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen" || { echo "changed"; exit 1; }
