/** What app code may use of JavaScript itself, `moment` and `_`; time and chance come from the host. */
import type { Host } from './host';
import { lodashLibrary, momentLibrary, setMomentNow } from './libraries';

/** Names that are passed through as they are where this JavaScript has them. */
const SAFE = [
  'Object Array String Number Boolean Symbol BigInt JSON RegExp Promise Proxy Reflect Intl',
  'Map Set WeakMap WeakSet WeakRef Error TypeError RangeError SyntaxError ReferenceError URIError EvalError AggregateError',
  'ArrayBuffer DataView Uint8Array Uint8ClampedArray Uint16Array Uint32Array Int8Array Int16Array Int32Array',
  'Float32Array Float64Array BigInt64Array BigUint64Array',
  'parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape',
  'URL URLSearchParams TextEncoder TextDecoder Blob File atob btoa structuredClone AbortController queueMicrotask',
]
  .join(' ')
  .split(' ');

/** Names of a browser's page or worker that app code finds undefined, so that `typeof window` and `window?.x` work. */
const HIDDEN =
  'window document self globalThis parent top opener frames postMessage importScripts XMLHttpRequest WebSocket Worker SharedWorker indexedDB caches sessionStorage localStorage eval Function'.split(
    ' '
  );

/** A table of names for app code. */
export type Names = Record<string, unknown>;

/** The JavaScript that app code sees. */
export function builtins(host: Host): Names {
  const names: Names = Object.assign(Object.create(null), { undefined: undefined, NaN, Infinity });
  const world: Names = { ...globalThis };
  for (const name of SAFE) names[name] = world[name] ?? Reflect.get(globalThis, name);
  for (const name of HIDDEN) names[name] = undefined;
  names['Date'] = hostDate(host);
  names['Math'] = hostMath(host);
  // Looked up when they are used: a build may load them no sooner.
  setMomentNow(() => host.now());
  Object.defineProperty(names, 'moment', { get: momentLibrary, enumerable: true });
  Object.defineProperty(names, '_', { get: lodashLibrary, enumerable: true });
  names['crypto'] = Object.freeze({ randomUUID: () => host.uuid() });
  return names;
}

/** `Date`, whose now is the host's. */
function hostDate(host: Host): DateConstructor {
  return new Proxy(Date, {
    construct: (target, given: unknown[], newTarget): object =>
      Reflect.construct(target, given.length > 0 ? given : [host.now()], newTarget),
    apply: () => new Date(host.now()).toString(),
    get: (target, key, receiver): unknown => (key === 'now' ? () => host.now() : Reflect.get(target, key, receiver)),
  });
}

/** `Math`, whose chance is the host's. */
function hostMath(host: Host): object {
  return Object.create(Math, { random: { value: () => host.random() } });
}
