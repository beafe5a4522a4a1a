// Puts the members of an archive where Python looks for packages, as they lie in it: none is copied.

const SITE = '/lib/python3.14/site-packages';
const DIRECTORY_END = 22; // bytes of a zip's last record, which has no remark here

// Name and content of each member, by the list at the end of a zip; all of them are stored as they are.
function* members(zip) {
  const words = new TextDecoder();
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const short = (at) => view.getUint16(at, true);
  const long = (at) => view.getUint32(at, true);
  const end = zip.length - DIRECTORY_END;
  let at = long(end + 16);
  for (let left = short(end + 10); left > 0; left -= 1) {
    const [size, letters, local] = [long(at + 24), short(at + 28), long(at + 42)];
    const from = local + 30 + short(local + 26) + short(local + 28);
    const name = words.decode(zip.subarray(at + 46, at + 46 + letters));
    yield [name, zip.subarray(from, from + size)];
    at += 46 + letters + short(at + 30) + short(at + 32);
  }
}

export const unpack = (files, zip) => {
  const made = new Set();
  for (const [name, content] of members(zip)) {
    const path = `${SITE}/${name}`;
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (!made.has(folder)) files.mkdirTree(folder);
    made.add(folder);
    files.writeFile(path, content, {canOwn: true});
  }
};
