/** Loads Plotly when a chart is first shown: the small build, or the larger one where a figure needs it. */
import type { Figure } from './figure';
import { buildFor } from './kinds';

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

/** Plotly itself; each build is its own chunk and is loaded once. */
export async function plotlyFor(figure: Figure): Promise<Plotly> {
  const loaded =
    buildFor(figure.data) === 'basic'
      ? await import('plotly.js-basic-dist-min')
      : await import('plotly.js-cartesian-dist-min');
  return loaded.default;
}
