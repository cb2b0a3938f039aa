/** What there is to draw in a chart, before it gets colours: points, traces, nothing, or why not. */
import { isRow, type Row } from '../Table/guards';
import { kindOf, unknownKind } from './kinds';
import { pointsOf, rowsIn, type Points } from './series';

/** Nothing to draw, or why there is none. */
export type Nothing = { empty: true } | { fault: string; detail: string };

/** What of a chart's properties decides what is drawn. */
export interface ContentSettings {
  plotFromJson: boolean;
  jsonDescription: unknown;
  data: unknown;
}

/** The kinds of traces that are drawn, and the first one that cannot be. */
export type Content = { kinds: string[]; unknown: string | undefined } | Nothing;

export function contentOf({ plotFromJson, jsonDescription, data }: ContentSettings): Content {
  const found = plotFromJson ? tracesIn(jsonDescription) : pointsIn(data);
  if ('series' in found) return { kinds: ['scatter'], unknown: undefined };
  return 'traces' in found ? { kinds: found.traces.map(kindOf), unknown: unknownKind(found.traces) } : found;
}

export function pointsIn(data: unknown): Points | Nothing {
  const rows = rowsIn(data);
  if (!rows) return { fault: 'The data of this chart is not valid JSON.', detail: String(data).slice(0, 400) };
  const points = pointsOf(rows);
  return points.series.length === 0 ? { empty: true } : points;
}

/** The traces of a Plotly figure in an app's own JSON, and that JSON itself. */
export function tracesIn(description: unknown): { traces: Row[]; given: unknown } | Nothing {
  const given = parsed(description);
  if (given instanceof Error) {
    return { fault: 'The description of this chart is not valid JSON.', detail: given.message };
  }
  const data = Array.isArray(given) ? given : isRow(given) ? given.data : undefined;
  const traces = Array.isArray(data) ? data.filter(isRow) : isRow(data) ? [data] : [];
  return traces.length === 0 ? { empty: true } : { traces, given };
}

function parsed(description: unknown): unknown {
  if (typeof description !== 'string') return description;
  if (description.trim() === '') return undefined;
  try {
    return JSON.parse(description);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
