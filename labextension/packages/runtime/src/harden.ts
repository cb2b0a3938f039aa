/** Takes from a worker's global object what app code must not find there. The frame is the wall; this keeps it tidy. */

/** Ways to the network, to storage, to other threads and to the page. */
const GONE = [
  'fetch XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource Request Response Headers Cache CacheStorage',
  'importScripts Worker SharedWorker ServiceWorker BroadcastChannel MessageChannel MessagePort',
  'indexedDB caches cookieStore storage localStorage sessionStorage navigator location origin name',
  'postMessage close requestAnimationFrame cancelAnimationFrame Notification RTCPeerConnection',
  'WebAssembly SharedArrayBuffer reportError',
]
  .join(' ')
  .split(' ');

/**
 * Call once at a worker's start, after it has kept what it needs itself (`postMessage`, its port).
 * Gives the names that could not be taken away.
 */
export function harden(world: object): string[] {
  for (let layer: object | null = world; layer; layer = Reflect.getPrototypeOf(layer)) {
    if (layer === Object.prototype) break;
    for (const name of GONE) remove(layer, name);
  }
  return GONE.filter(name => Reflect.get(world, name) !== undefined);
}

function remove(layer: object, name: string): void {
  if (!Object.hasOwn(layer, name) || Reflect.deleteProperty(layer, name)) return;
  // Not deletable: hide it where it can be changed.
  Reflect.set(layer, name, undefined);
}
