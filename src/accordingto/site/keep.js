// Sees that the service worker stays, and that it keeps what this page loaded before it was there.

// JupyterLite takes it away on a second visit, to register a new one. Another making of the site has
// a new one in any case, by its bytes; and in Firefox none comes without a network, and no answer is
// kept.
if ('serviceWorker' in navigator) ServiceWorkerRegistration.prototype.unregister = async () => false;

const OFTEN = 1000; // milliseconds
const AT_REST = 5; // times one after the other

const wait = () => new Promise((resolve) => setTimeout(resolve, OFTEN));
const kernel = () => globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel;

// A lesson that begins needs the whole machine, and the network.
const untilAtRest = async () => {
  for (let times = 0; times < AT_REST; times = kernel()?.status === 'idle' ? times + 1 : 0) {
    await wait();
  }
};

performance.setResourceTimingBufferSize(2000);
addEventListener('load', async () => {
  const registered = await navigator.serviceWorker?.ready;
  await untilAtRest();
  const loaded = performance.getEntriesByType('resource').map(({name}) => name);
  const own = loaded.filter((name) => name.startsWith(location.origin) && !name.includes('/api/'));
  registered?.active?.postMessage([location.href.split('?')[0], ...own]);
});
navigator.serviceWorker?.addEventListener('message', ({data}) => {
  if (data === 'kept') document.documentElement.dataset.kept = '';
});
