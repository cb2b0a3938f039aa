/** A figure as it stands on a card. */

/** A number as the viewer's locale writes it; text stays as it is. */
export function figure(value: unknown): string {
  if (typeof value === 'number')
    return Number.isFinite(value) ? value.toLocaleString(undefined, { maximumFractionDigits: 6 }) : '–';
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
