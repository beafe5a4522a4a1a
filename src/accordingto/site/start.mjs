// Starts Python where its making stopped: what every lesson imports is in its memory. DIGESTS, of the
// files that lie beside this one, stands above.

import create from './pyodide.asm.mjs';
import {loadPyodide as load} from './pyodide.mjs';
import {unpack} from './unpack.mjs';

/* global DIGESTS */

// Else every reader would draw the same lots; and each import would look first into the notebook's
// folder, which is asked of the page, a wait each time.
const ANEW = 'import random, sys; random.seed(); sys.path.sort(key="".__eq__)';

// After a first visit the service worker has them unpacked, under their digests; unless the browser
// keeps nothing, and refuses even to look.
const unpacked = async (name) => {
  try {
    return await globalThis.caches?.match(new URL(`${name}?${DIGESTS[name]}`, import.meta.url));
  } catch {
    return undefined;
  }
};

const opened = async (name) => {
  const kept = await unpacked(name);
  if (kept) return new Uint8Array(await kept.arrayBuffer());
  const {body} = await fetch(new URL(name, import.meta.url), {integrity: DIGESTS[name]});
  const whole = new Response(body.pipeThrough(new DecompressionStream('gzip')));
  return new Uint8Array(await whole.arrayBuffer());
};

// Pyodide asks for as much memory as was kept, and then begins with less.
const createPyodideModule = async (settings) => {
  const made = await create(settings);
  made.growMemory(settings.INITIAL_MEMORY);
  return made;
};

// A call of Python never waits for the browser: where the memory was kept it could not.
delete WebAssembly.Suspending;

export const loadPyodide = async (options) => {
  const archives = ['packages.bin', 'kit.bin'].map(opened);
  const kept = {createPyodideModule, _loadSnapshot: opened('memory.bin')};
  const python = await load({...options, packages: [], ...kept});
  delete python._api.config._loadSnapshot; // else all that was kept stays beside what became of it
  for (const archive of archives) unpack(python.FS, await archive);
  python.runPython(ANEW);
  return python;
};
