#!/usr/bin/env bash
# pyodide 314.0.6 (npm), in Node. makeMemorySnapshot keeps a Python's memory, and loadPyodide begins
# another one with it (_loadSnapshot): so a page can skip what every lesson imports. Once the memory has
# grown, as it does after a few imports, the same Pyodide refuses what it kept itself: it asks for as
# much memory as was kept, but the module has its first size written into it and does not read that.
# What helps is to let the new module grow before the memory is put back (createPyodideModule).
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund pyodide@314.0.6
cat > try.mjs <<'JS'
import create from './node_modules/pyodide/pyodide.asm.mjs';
import {loadPyodide} from 'pyodide';

const kept = async (code) => {
  const python = await loadPyodide({_makeSnapshot: true});
  const before = python._module.HEAPU8.length;
  python.runPython(code);
  console.log('has it grown:', python._module.HEAPU8.length > before);
  return python.makeMemorySnapshot();
};
const begun = async (memory, more = {}) => {
  try {
    const python = await loadPyodide({_loadSnapshot: memory, ...more});
    return python.runPython('len(word)');
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
};
const createPyodideModule = async (settings) => {
  const made = await create(settings);
  made.growMemory(settings.INITIAL_MEMORY);
  return made;
};

const small = await kept("word = 'said'");
console.log('begun:', await begun(small));
const large = await kept("word = 'said'\nheld = bytearray(20_000_000)");
console.log('begun:', await begun(large));
console.log('begun, grown first:', await begun(large, {createPyodideModule}));
JS
cat > expected <<'TXT'
has it grown: false
begun: 4
has it grown: true
begun: RangeError: offset is out of bounds
begun, grown first: 4
TXT
node try.mjs | tee seen
diff expected seen || { echo "changed"; exit 1; }
