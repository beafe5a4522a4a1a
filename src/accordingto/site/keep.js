// Sees that the service worker stays, and that it keeps what this page loaded before it was there.

// JupyterLite takes it away on a second visit, to register a new one. Another making of the site has
// a new one in any case, by its bytes; and in Firefox none comes without a network, and no answer is
// kept.
if ('serviceWorker' in navigator) ServiceWorkerRegistration.prototype.unregister = async () => false;

performance.setResourceTimingBufferSize(2000);
addEventListener('load', async () => {
  const {active} = (await navigator.serviceWorker?.ready) ?? {};
  const loaded = performance.getEntriesByType('resource').map(({name}) => name);
  const own = loaded.filter((name) => name.startsWith(location.origin) && !name.includes('/api/'));
  active?.postMessage([location.href.split('?')[0], ...own]);
});
