/** The points of a chart, however the app wrote them: a list of objects, or the same as JSON text. */
import { isRow, rowsOf, type Row } from '../Table/guards';

/** One line, one set of bars: its name and a value for each place. */
export interface Series {
  name: string;
  values: unknown[];
}

/** The places along the axis (or the slices) and the series over them. */
export interface Points {
  places: unknown[];
  series: Series[];
}

/** The rows in a value that may be JSON text; undefined where it is text but no JSON. */
export function rowsIn(data: unknown): Row[] | undefined {
  if (typeof data !== 'string') return rowsOf(data);
  if (data.trim() === '') return [];
  try {
    return rowsOf(JSON.parse(data));
  } catch {
    return undefined;
  }
}

const pairs = [
  ['x', 'y'],
  ['label', 'value'],
] as const;

/** The points in rows: `x` and `y`, `label` and `value`, else the first key over every numeric one. */
export function pointsOf(rows: readonly Row[]): Points {
  const first = rows.find(isRow);
  if (!first) return { places: [], series: [] };
  const pair = pairs.find(([place, value]) => place in first && value in first);
  const keys = Object.keys(first);
  const place = pair?.[0] ?? keys.find(key => typeof first[key] !== 'number') ?? keys[0] ?? '';
  const values = pair ? [pair[1]] : keys.filter(key => key !== place && isNumeric(first[key]));
  return {
    places: rows.map(row => row[place]),
    series: values.map(key => ({ name: key, values: rows.map(row => row[key]) })),
  };
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
  );
}
