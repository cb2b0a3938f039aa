/** The kinds of traces that can be drawn, and which build of Plotly draws them. */

const basic = new Set(['scatter', 'bar', 'pie']);
const cartesian = new Set([
  ...basic, 'box', 'contour', 'heatmap', 'histogram', 'histogram2d', 'histogram2dcontour', 'image', 'scatterternary', 'violin',
]); // prettier-ignore

/** WebGL traces are drawn as their plain relatives. */
const relatives: Record<string, string> = { scattergl: 'scatter', heatmapgl: 'heatmap' };

/** The kind of a trace; Plotly draws a line when it says none. */
export function kindOf({ type }: Record<string, unknown>): string {
  return typeof type === 'string' && type !== '' ? (relatives[type] ?? type) : 'scatter';
}

/** The first kind of trace that neither build can draw. */
export function unknownKind(traces: readonly Record<string, unknown>[]): string | undefined {
  return traces.map(kindOf).find(kind => !cartesian.has(kind));
}

/** The smallest build that draws the traces. */
export function buildFor(traces: readonly Record<string, unknown>[]): 'basic' | 'cartesian' {
  return traces.every(trace => basic.has(kindOf(trace))) ? 'basic' : 'cartesian';
}
