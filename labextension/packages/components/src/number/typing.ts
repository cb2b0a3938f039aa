/** A number field while one types: what counts at once, what is shown, and what leaving the field makes of it. */
import { formatNumber, parseNumber, rounded } from './text';

/** A limit a builder set, or none. */
export function limit(value: unknown): number | null {
  return value === null || value === undefined || value === '' || !Number.isFinite(Number(value))
    ? null
    : Number(value);
}

/** Digits after the point. */
export function placesOf(decimalPlaces: number | null | undefined): number {
  return decimalPlaces ?? 2;
}

/** The number that a typed text puts in place of another one; undefined where it changes nothing. */
export function typedNumber(text: string, value: number | null): number | null | undefined {
  const number = parseNumber(text);
  return number === value ? undefined : number;
}

/** What the field shows: the typed text as long as it means the value or is not a number yet. */
export function shownNumber(draft: string | null, value: number | null, places: number): string {
  const typed = draft === null ? null : parseNumber(draft);
  const current = draft !== null && (typed === undefined || typed === value);
  return current ? draft : formatNumber(value, places);
}

/** The number that leaving the field makes of its value; undefined where it stays. */
export function leftNumber(value: number | null, places: number): number | undefined {
  if (value === null) return undefined;
  const number = rounded(value, places);
  return number === value ? undefined : number;
}
