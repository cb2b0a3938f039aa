/** The columns in sight of a wide table, kept current while it scrolls and resizes. */

import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Column } from './columns';
import { columnWindow, manyColumns, type ColumnWindow, type Widths } from './widths';

/** Scrolling inside a step does not count, so that most of it redraws nothing. */
const step = 120;

export function useColumnWindow(
  scroller: RefObject<HTMLElement | null>,
  columns: readonly Column[],
  widths: Widths
): ColumnWindow {
  const [sight, setSight] = useState({ left: 0, room: 1200 });
  const wide = columns.length > manyColumns;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !wide) return undefined;
    const look = () => {
      const left = Math.floor(element.scrollLeft / step) * step;
      const room = Math.ceil(element.clientWidth / step) * step + step;
      setSight(before => (before.left === left && before.room === room ? before : { left, room }));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, wide]);
  return useMemo(() => columnWindow(columns, widths, sight.left, sight.room), [columns, widths, sight]);
}
