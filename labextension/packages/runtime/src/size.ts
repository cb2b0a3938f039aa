/** Whether a value is too long to be sent at every change; looks no further than it has to. */

/** About so many characters of JSON. */
const MOST = 20_000;

export function isLarge(value: unknown): boolean {
  return left(value, MOST) < 0;
}

/** What is left of a budget of characters once a value is written. */
function left(value: unknown, budget: number): number {
  if (typeof value === 'string') return budget - value.length - 2;
  if (typeof value !== 'object' || value === null) return budget - 6;
  const parts: unknown[] = Array.isArray(value) ? value : Object.entries(value);
  let rest = budget - 2 - parts.length;
  for (const part of parts) {
    if (rest < 0) return rest;
    rest = left(part, rest);
  }
  return rest;
}
