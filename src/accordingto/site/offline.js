// The kit without a network: once a lesson has begun and is at rest, all is kept that Python needs
// and that its page has asked for. KEPT names this making of the site, FILES what every lesson needs;
// both stand above. JupyterLite's own service worker follows below, and answers for its drive.

/* global KEPT, FILES */

const store = caches.open(KEPT);
const isPage = (request) => request.mode === 'navigate';

// Looked for anew, since the browser may have a file of the same name from an earlier site.
const keep = async (addresses) => {
  const cache = await store;
  const fresh = addresses.map((address) => new Request(address, {cache: 'no-cache'}));
  const there = await Promise.all(fresh.map((request) => cache.match(request)));
  await Promise.all(fresh.filter((_, index) => !there[index]).map((request) => cache.add(request)));
};

const answer = async (request) => {
  const cache = await store;
  const kept = await cache.match(request, {ignoreSearch: isPage(request)});
  if (kept) return kept;
  const found = await fetch(request);
  if (found.status === 200) await cache.put(request, found.clone());
  return found;
};

const forget = async () => {
  const names = await caches.keys();
  const earlier = names.filter((name) => name.startsWith('according-to-') && name !== KEPT);
  await Promise.all(earlier.map((name) => caches.delete(name)));
};

const keepAll = async ({data, source}) => {
  await keep(FILES);
  await Promise.allSettled(data.map((address) => keep([address]))); // Firefox asks for icons that are not there
  await forget(); // not before: without a network the earlier site is better than none
  source.postMessage('kept');
};

self.addEventListener('message', (event) => event.waitUntil(keepAll(event)));
self.addEventListener('fetch', (event) => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  const isDrive = pathname.includes('/api/drive') || pathname.includes('/api/stdin/');
  const isAsked = pathname.endsWith('/api/service-worker-heartbeat');
  if (request.method !== 'GET' || origin !== location.origin || isDrive || isAsked) return;
  event.stopImmediatePropagation();
  event.respondWith(answer(request));
});
