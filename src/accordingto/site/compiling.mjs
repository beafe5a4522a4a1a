// Runs a file of Python in Pyodide, on a folder of this disk: node compiling.mjs PYODIDE FOLDER FILE

import {readFile} from 'node:fs/promises';
import process from 'node:process';
import {pathToFileURL} from 'node:url';

const [pyodide, folder, file] = process.argv.slice(2);
const {loadPyodide} = await import(pathToFileURL(`${pyodide}/pyodide.mjs`));
const python = await loadPyodide({indexURL: pyodide});
python.mountNodeFS('/folder', folder);
python.runPython(await readFile(file, 'utf8'));
