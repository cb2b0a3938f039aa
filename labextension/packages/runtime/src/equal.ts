/** Whether two values say the same: exactly equal, or small and equal in every part. */

/** How many parts are compared; two bigger values count as different unless they are one object. */
const LIMIT = 64;

export function same(left: unknown, right: unknown): boolean {
  return Object.is(left, right) || compare(left, right, { left: LIMIT });
}

function compare(left: unknown, right: unknown, budget: { left: number }): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  budget.left -= 1;
  if (budget.left < 0) return false;
  if (Array.isArray(left) || Array.isArray(right)) return compareLists(left, right, budget);
  return isPlainObject(left) && isPlainObject(right) && compareObjects(left, right, budget);
}

function compareLists(left: unknown, right: unknown, budget: { left: number }): boolean {
  if (!Array.isArray(left) || !Array.isArray(right)) return false;
  if (left.length !== right.length || left.length > budget.left) return false;
  return left.every((item, index) => compare(item, right[index], budget));
}

type Plain = Record<string, unknown>;

function compareObjects(left: Plain, right: Plain, budget: { left: number }): boolean {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length || keys.length > budget.left) return false;
  return keys.every(key => Object.hasOwn(right, key) && compare(left[key], right[key], budget));
}

/** Whether a value is an object literal: no class, no array, no Date. */
export function isPlainObject(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Whether a value is an object of any kind but an array; safe to read keys from. */
export function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
