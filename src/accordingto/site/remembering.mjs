// Keeps the memory of a Python that has run a file: node remembering.mjs PYODIDE ARCHIVE FILE MEMORY

import {readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {gunzipSync, gzipSync} from 'node:zlib';
import {unpack} from './unpack.mjs';

// Python takes the name of this file for its own, so it is not left there.
const [pyodide, archive, file, memory] = process.argv.splice(1).slice(1);

// In memory stands whether a call of Python can wait for the browser. Not every browser can do that,
// so it never does: start.mjs says the same.
delete WebAssembly.Suspending;

const {loadPyodide} = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({indexURL: pyodide, _makeSnapshot: true});
unpack(python.FS, gunzipSync(await readFile(archive)));
python.runPython(await readFile(file, 'utf8'));
await writeFile(memory, gzipSync(python.makeMemorySnapshot(), {level: 9}));
