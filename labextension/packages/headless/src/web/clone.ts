/** `structuredClone`: a deep copy of data, with its circles; functions are refused. */

export function structuredClone<T>(value: T): T;
export function structuredClone(value: unknown): unknown {
  return copy(value, new Map());
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw Object.assign(new Error(`${String(value)} could not be cloned.`), { name: 'DataCloneError' });
  }
  if (typeof value !== 'object' || value === null) return value;
  if (known.has(value)) return known.get(value);
  const made = empty(value);
  known.set(value, made);
  fill(value, made, known);
  return made;
}

function empty(value: object): object {
  if (Array.isArray(value)) return new Array<unknown>(value.length);
  if (value instanceof Date) return new Date(value.getTime());
  if (value instanceof RegExp) return new RegExp(value.source, value.flags);
  if (value instanceof Map) return new Map();
  if (value instanceof Set) return new Set();
  if (value instanceof Error) return Object.assign(new Error(value.message), { name: value.name, stack: value.stack });
  if (value instanceof ArrayBuffer) return value.slice(0);
  if (ArrayBuffer.isView(value)) return view(value);
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return Object(value.valueOf());
  return {};
}

/** A typed array or a DataView over a copy of its own bytes. */
function view(value: ArrayBufferView): object {
  const { buffer, byteOffset, byteLength } = value;
  const made: unknown = Reflect.construct(value.constructor, [buffer.slice(byteOffset, byteOffset + byteLength)]);
  return Object(made);
}

function fill(value: object, made: object, known: Map<object, unknown>): void {
  if (value instanceof Map && made instanceof Map) {
    for (const [key, item] of value) made.set(copy(key, known), copy(item, known));
  } else if (value instanceof Set && made instanceof Set) {
    for (const item of value) made.add(copy(item, known));
  } else if (Array.isArray(value) || isBare(made)) {
    for (const [key, item] of Object.entries(value)) Reflect.set(made, key, copy(item, known));
  }
}

function isBare(made: object): boolean {
  return Reflect.getPrototypeOf(made) === Object.prototype;
}
