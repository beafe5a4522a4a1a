// A field in which one chooses a file, whose bytes go to a kernel.

import { h } from "./dom.js";

const LARGEST = 7_000_000; // bytes: more does not fit into one message to a kernel
const TOO_LARGE = "This file is larger than 7 MB, and too large to be brought in here.";

/** The field, for files of a kind; `give` gets the bytes of each as text, `say` why there are none. */
export function chosenFile(accept, give, say) {
  const field = h("input", { type: "file", accept });
  field.addEventListener("change", async () => {
    const [file] = field.files ?? [];
    if (!file) return;
    if (file.size > LARGEST) say(TOO_LARGE);
    else await give(await asText(file));
    field.value = ""; // so that the same file can be chosen again
  });
  return field;
}

/** The bytes of a file as text that fits into a message. */
function asText(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
