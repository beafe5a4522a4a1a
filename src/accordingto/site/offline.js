// The kit without a network: once a lesson has begun and is at rest, all is kept that Python needs
// and that its page has asked for. KEPT names this making of the site, FILES what every lesson needs,
// ARCHIVES what of it is packed, with its digest; they stand above. JupyterLite's own service worker
// follows below, and answers for its drive.

/* global KEPT, FILES, ARCHIVES */

const store = caches.open(KEPT);
const isPage = (request) => request.mode === 'navigate';

// Looked for anew, since the browser may have a file of the same name from an earlier site.
const keep = async (addresses) => {
  const cache = await store;
  const fresh = addresses.map((address) => new Request(address, {cache: 'no-cache'}));
  const there = await Promise.all(fresh.map((request) => cache.match(request)));
  await Promise.all(fresh.filter((_, index) => !there[index]).map((request) => cache.add(request)));
};

// Kept unpacked, so that a lesson begins sooner the next time. Where there is no room for that, as it is.
const keepUnpacked = async (name) => {
  const cache = await store;
  if (await cache.match(name)) return;
  const [packed, integrity] = name.split('?');
  try {
    const {body} = (await cache.match(packed)) ?? (await fetch(packed, {integrity}));
    await cache.put(name, new Response(body.pipeThrough(new DecompressionStream('gzip'))));
    await cache.delete(packed);
  } catch {
    await keep([packed]);
  }
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
  for (const name of ARCHIVES) await keepUnpacked(name);
  const packed = ARCHIVES.map((name) => name.split('?')[0]);
  const others = data.filter((address) => !packed.some((name) => address.endsWith(name)));
  await Promise.allSettled(others.map((address) => keep([address]))); // Firefox asks for icons that are not there
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
