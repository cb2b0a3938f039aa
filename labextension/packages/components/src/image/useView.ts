/** How a viewer looks at a picture: enlarged, turned, and dragged about while it is enlarged. */
import { useState, type PointerEvent } from 'react';
import { isLargest, isSmallest, plain, turned, zoomed } from './view';

export function useView() {
  const [view, setView] = useState(plain);
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1 || view.zoom === 1) return;
    setView(before => ({ ...before, x: before.x + event.movementX, y: before.y + event.movementY }));
  };
  return {
    view,
    smallest: isSmallest(view),
    largest: isLargest(view),
    zoom: (by: 1 | -1) => setView(before => zoomed(before, by)),
    turn: () => setView(turned),
    drag,
    style: { transform: `translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${view.zoom})` },
  };
}
