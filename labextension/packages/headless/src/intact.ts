/** Tells whether app code left JavaScript itself as it was: only then may the app start again in the same engine. */

type Thing = object;

/** Things, and what was in each of them by name when they were first looked at. */
const seen = new Map<Thing, Map<PropertyKey, unknown>>();

/** Remember how these are now; what was remembered before stays as it is. */
export function remember(things: Iterable<unknown>): void {
  for (const thing of things) if (isThing(thing) && !seen.has(thing)) seen.set(thing, contents(thing));
}

/** Remember the globals: every function among them with its prototype, and the name spaces. */
export function rememberGlobals(): void {
  const hidden = [function* () {}, async function* () {}, async () => {}, [][Symbol.iterator](), ''[Symbol.iterator]()];
  const found = [...contents(globalThis).values()].filter(isBuiltIn).concat(hidden.map(Object.getPrototypeOf));
  remember([globalThis, ...found, ...found.map(prototypeOf)]);
}

/** Whether nothing was added, taken away or replaced since. */
export function isIntact(): boolean {
  for (const [thing, before] of seen) if (!isSame(thing, before)) return false;
  return true;
}

function isSame(thing: Thing, before: Map<PropertyKey, unknown>): boolean {
  const keys = Reflect.ownKeys(thing);
  if (keys.length !== before.size) return false;
  return keys.every(key => before.has(key) && Object.is(held(thing, key), before.get(key)));
}

function contents(thing: Thing): Map<PropertyKey, unknown> {
  return new Map(Reflect.ownKeys(thing).map(key => [key, held(thing, key)]));
}

/** A value, or the function that gives it: a getter is not called. */
function held(thing: Thing, key: PropertyKey): unknown {
  const found = Reflect.getOwnPropertyDescriptor(thing, key);
  return found?.get ?? found?.value;
}

function isThing(value: unknown): value is Thing {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A function, or one of `Math`, `JSON`, `Intl` …; other objects among the globals may change as they like. */
function isBuiltIn(value: unknown): value is Thing {
  return typeof value === 'function' || (isThing(value) && Object.hasOwn(value, Symbol.toStringTag));
}

function prototypeOf(thing: Thing): unknown {
  return held(thing, 'prototype');
}
