// Tells the service worker what this page loaded before there was one.
performance.setResourceTimingBufferSize(2000);
addEventListener('load', async () => {
  const {active} = (await navigator.serviceWorker?.ready) ?? {};
  const loaded = performance.getEntriesByType('resource').map(({name}) => name);
  const own = loaded.filter((name) => name.startsWith(location.origin) && !name.includes('/api/'));
  active?.postMessage([location.href.split('?')[0], ...own]);
});
