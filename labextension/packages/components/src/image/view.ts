/** How a viewer looks at a picture: enlarged, turned, dragged. */

export interface View {
  zoom: number;
  /** Degrees. */
  turn: number;
  x: number;
  y: number;
}

export const plain: View = { zoom: 1, turn: 0, x: 0, y: 0 };
const steps = [1, 1.25, 1.5, 2, 3, 4, 6, 8];

/** The next step of enlargement; back at 1 the picture is where it was. */
export function zoomed(view: View, by: 1 | -1): View {
  const at = steps.findIndex(step => step >= view.zoom);
  const zoom = steps[Math.min(Math.max(at + by, 0), steps.length - 1)] ?? 1;
  return zoom === 1 ? { ...plain, turn: view.turn } : { ...view, zoom };
}

/** A quarter to the right. */
export function turned(view: View): View {
  return { ...view, turn: (view.turn + 90) % 360 };
}

export function isSmallest({ zoom }: View): boolean {
  return zoom === steps[0];
}

export function isLargest({ zoom }: View): boolean {
  return zoom === steps.at(-1);
}
