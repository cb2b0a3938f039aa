/** Numbers as a person types and reads them in a field. */

/** The number that was typed; null for an empty field, undefined while it is not a number yet, such as `-`. */
export function parseNumber(text: string): number | null | undefined {
  const plain = text.replace(/[\s_']/g, '');
  if (plain === '') return null;
  const [comma, point] = [plain.split(',').length - 1, plain.split('.').length - 1];
  // One comma and no point is a decimal comma; commas before a point group the digits.
  const english = comma === 1 && point === 0 ? plain.replace(',', '.') : plain.replace(/,/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(english)) return undefined;
  const number = Number(english);
  return Number.isFinite(number) ? number : undefined;
}

/** The number with at most so many digits after the point. */
export function rounded(number: number, places: number): number {
  const digits = Math.min(Math.max(Math.trunc(places) || 0, 0), 20);
  return Number(number.toFixed(digits));
}

/** How a value stands in the field while nobody types. */
export function formatNumber(value: unknown, places: number): string {
  if (value === null || value === undefined || value === '') return '';
  const number = Number(value);
  return Number.isFinite(number) ? String(rounded(number, places)) : '';
}

/** One step up or down, kept inside the limits. */
export function stepped(value: number | null, by: 1 | -1, min: number | null, max: number | null): number {
  const next = value === null ? (min ?? 0) : rounded(value + by, 10);
  return Math.min(Math.max(next, min ?? -Infinity), max ?? Infinity);
}
