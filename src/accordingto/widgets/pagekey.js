// The key that opens the page, and leads back.

/** Whether a key asks for the page, or for the way back: Alt+P, on every layout. */
export const asksForPage = ({ altKey, ctrlKey, metaKey, code, key }) => altKey && !ctrlKey && !metaKey && (code === "KeyP" || key.toLowerCase() === "p");
