/** Loads Plotly when a chart is first shown: the small build, or the larger one where a figure needs it. */
import type { Figure } from './figure';

/** What of Plotly's graph element is used. */
export interface GraphElement extends HTMLDivElement {
  on?(event: string, run: (event: unknown) => void): void;
  removeAllListeners?(event: string): void;
}

/** What of Plotly is used. */
export interface Plotly {
  react(element: GraphElement, data: object[], layout: object, config: object): Promise<unknown>;
  purge(element: GraphElement): void;
}

const basic = new Set(['scatter', 'bar', 'pie']);
const cartesian = new Set([
  ...basic, 'box', 'contour', 'heatmap', 'histogram', 'histogram2d', 'histogram2dcontour', 'image', 'scatterternary', 'violin',
]); // prettier-ignore

/** The kind of a trace; Plotly draws a line when it says none. */
const kindOf = (trace: Record<string, unknown>) =>
  typeof trace.type === 'string' && trace.type !== '' ? trace.type : 'scatter';

/** The first kind of trace that neither build can draw. */
export function unknownKind(figure: Figure): string | undefined {
  return figure.data.map(kindOf).find(kind => !cartesian.has(kind));
}

/** The smallest build that draws the figure. */
export function buildFor(figure: Figure): 'basic' | 'cartesian' {
  return figure.data.every(trace => basic.has(kindOf(trace))) ? 'basic' : 'cartesian';
}

/** Plotly itself; each build is its own chunk and is loaded once. */
export async function plotlyFor(figure: Figure): Promise<Plotly> {
  const loaded =
    buildFor(figure) === 'basic'
      ? await import('plotly.js-basic-dist-min')
      : await import('plotly.js-cartesian-dist-min');
  return loaded.default;
}
