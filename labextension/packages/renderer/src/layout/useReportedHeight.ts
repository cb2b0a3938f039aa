/** Tells the grid around a component how high it really is, so that the grid can move those below it. */
import { createContext, useCallback, useContext, useLayoutEffect, useRef } from 'react';

/** What a component knows about its height. */
export interface Report {
  /** The height it needs at least. */
  wanted: number;
  /** The real height where it differs from the plan and the ones below shall move. */
  real?: number;
  /** The room it needs below itself, for a message that hangs there. */
  spill?: number;
}

/** Tells the component around a grid how much higher the messages in it have made the grid; null where nobody listens. */
export const StretchContext = createContext<((by: number) => void) | null>(null);

/** How to tell the grid; undefined takes the report back. */
export type Reporter = (instance: string, report: Report | undefined) => void;

export const ReporterContext = createContext<Reporter | null>(null);

export interface HeightClaims {
  wanted: number;
  /** The content decides how high it is. */
  grows: boolean;
  /** Hidden, and gives its place to those below. */
  gone: boolean;
  /** The room it needs below itself. */
  spill: number;
  /** How much higher the messages in it have made it. */
  stretch: number;
}

/** A ref for the box to measure; boxes that neither grow nor go cost no observer. */
export function useReportedHeight(
  key: string,
  { wanted, grows, gone, spill, stretch }: HeightClaims
): (box: HTMLElement | null) => void {
  const report = useContext(ReporterContext);
  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => {
    if (gone) report?.(key, { wanted, real: 0 });
    else if (!grows) report?.(key, { wanted, spill, real: stretch > 0 ? wanted + stretch : undefined });
  }, [report, key, wanted, grows, gone, spill, stretch]);
  useLayoutEffect(() => () => report?.(key, undefined), [report, key]);
  return useCallback(
    (box: HTMLElement | null) => {
      observer.current?.disconnect();
      if (!box || !grows || !report) return;
      observer.current = new ResizeObserver(() => report(key, { wanted, real: box.offsetHeight, spill }));
      observer.current.observe(box);
      report(key, { wanted, real: box.offsetHeight, spill });
    },
    [report, key, wanted, grows, spill]
  );
}
