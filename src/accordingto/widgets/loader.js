// What the browser is sent first: it makes modules of the files that the kit sends as text.
// Each keeps its name and its lines, so that an error says where it stands.

/**
 * What the last of the files exports by default.
 * @param {[string, string][]} files names and texts, each after those that it imports
 */
export async function load(files) {
  const addresses = new Map();
  for (const [name, text] of files) {
    const linked = text.replace(/(?<= from ")[^"]+(?=";$)/gm, (path) => addresses.get(path));
    const named = [linked, `\n//# sourceURL=accordingto/widgets/${name}`];
    addresses.set(`./${name}`, URL.createObjectURL(new Blob(named, { type: "text/javascript" })));
  }
  const last = await import([...addresses.values()].at(-1));
  addresses.forEach((address) => URL.revokeObjectURL(address));
  return last.default;
}
