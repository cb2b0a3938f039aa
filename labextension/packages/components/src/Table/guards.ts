/** Small checks on values that come from an app's data, where anything may arrive. */

/** A row of the table's data. */
export type Row = Record<string, unknown>;

/** True for a plain object, the shape of a row. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rows of a value: a list keeps its objects, one object is one row, anything else is no rows. */
export function rowsOf(value: unknown): Row[] {
  if (Array.isArray(value)) return value.every(isRow) ? value : value.filter(isRow);
  return isRow(value) ? [value] : [];
}

/** A yes or no as apps write it: true, "true", "{{true}}", 1. */
export function truth(value: unknown, otherwise: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'string' || value.trim() === '') return otherwise;
  const word = value.replace(/[{}\s]/g, '').toLowerCase();
  if (word === 'true' || word === 'yes' || word === '1') return true;
  if (word === 'false' || word === 'no' || word === '0') return false;
  return otherwise;
}

/** A finite number, or undefined. */
export function amount(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : undefined;
}

/** The text of a value that may be missing. */
export function words(value: unknown, otherwise = ''): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : otherwise;
}

/** The value of a row at a key; "customer.name" walks into nested objects unless the row has that very key. */
export function valueAt(row: Row | undefined, key: string): unknown {
  if (!row) return undefined;
  if (key in row || !key.includes('.')) return row[key];
  let found: unknown = row;
  for (const part of key.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, part);
  }
  return found;
}

/** A copy of the row with another value at a key, nested keys included. */
export function withValueAt(row: Row, key: string, value: unknown): Row {
  if (key in row || !key.includes('.')) return { ...row, [key]: value };
  const [first = '', ...rest] = key.split('.');
  const inner = row[first];
  return { ...row, [first]: withValueAt(isRow(inner) ? inner : {}, rest.join('.'), value) };
}
