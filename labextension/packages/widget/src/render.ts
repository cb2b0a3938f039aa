/** What anywidget calls for every output that shows the app. */
import type { Given } from './model';
import { Widget } from './widget';

/** Shows the app in `el`; returns the way to take it away. */
export function render(given: Given): () => void {
  const widget = new Widget(given);
  return () => widget.dispose();
}
