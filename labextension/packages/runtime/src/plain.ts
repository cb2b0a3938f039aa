/** Live values as plain ones that can be sent anywhere: functions dropped, Set, Map and Date written out, cycles cut. */
import { isPlainObject } from './equal';

/** Deeper than this nothing is sent; real data is not that deep, endless getters are. */
const DEPTH_LIMIT = 60;

/** Objects that stand for something live (`components.x`): their keys are copied, they are never sent themselves. */
const faces = new WeakSet<object>();

export function markFace<T extends object>(face: T): T {
  faces.add(face);
  return face;
}

/** A face as the values it has now; everything else as it is. Read inside a binding, all of them become dependencies. */
export function unface(value: unknown): unknown {
  return isObject(value) && faces.has(value) ? { ...value } : value;
}

/** A structured-cloneable version of a value; the value itself where it is plain already, so long lists cost little. */
export function plain(value: unknown): unknown {
  return isObject(value) || isSendable(value) ? copy(value, new Set(), 0) : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSendable(value: unknown): boolean {
  return typeof value !== 'function' && typeof value !== 'symbol';
}

function copy(value: unknown, above: Set<object>, depth: number): unknown {
  if (!isObject(value)) return isSendable(value) ? value : undefined;
  if (depth > DEPTH_LIMIT || above.has(value)) return undefined;
  above.add(value);
  const result = copyObject(value, above, depth + 1);
  above.delete(value);
  return result;
}

function copyObject(value: object, above: Set<object>, depth: number): unknown {
  if (faces.has(value)) return copyRecord({ ...value }, above, depth);
  if (Array.isArray(value)) return copyList(value, above, depth);
  if (isPlainObject(value)) return copyRecord(value, above, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Set) return copyList(Array.from(value), above, depth);
  if (value instanceof Map) return copyRecord(Object.fromEntries(value), above, depth);
  if (value instanceof Error) return { name: value.name, message: value.message };
  if (value instanceof RegExp || value instanceof String) return String(value);
  if (value instanceof Number || value instanceof Boolean) return value.valueOf();
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value) || isBlob(value)) return value;
  if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return undefined;
  if (saysItself(value)) return copy(value.toJSON(), above, depth);
  return copyRecord({ ...value }, above, depth);
}

function copyList(list: unknown[], above: Set<object>, depth: number): unknown[] {
  let changed = false;
  const items = list.map(item => {
    const copied = copy(item, above, depth);
    if (copied !== item) changed = true;
    return copied;
  });
  return changed ? items : list;
}

function copyRecord(record: Record<string, unknown>, above: Set<object>, depth: number): Record<string, unknown> {
  let changes: [string, unknown][] | null = null;
  for (const key in record) {
    const item = record[key];
    if (!isObject(item) && isSendable(item)) continue;
    const copied = copy(item, above, depth);
    if (copied !== item) (changes ??= []).push([key, copied]);
  }
  return changes ? merged(record, changes) : record;
}

function merged(record: Record<string, unknown>, changes: [string, unknown][]): Record<string, unknown> {
  const result = { ...record };
  for (const [key, item] of changes) {
    if (item === undefined) delete result[key];
    else result[key] = item;
  }
  return result;
}

function isBlob(value: object): boolean {
  return typeof Blob !== 'undefined' && value instanceof Blob;
}

/** moment objects and the like say themselves how they are written. */
function saysItself(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}
