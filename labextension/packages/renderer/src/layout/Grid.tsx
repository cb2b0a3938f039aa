/** The children of one seat, on 43 columns; or, on a phone, below each other in reading order. */
import { readingOrder } from '@tooljet/components/pure/page/order';
import { instanceKey, layoutOn, seatKey } from '@tooljet/components/pure/page/tree';
import type { Component } from '@tooljet/schema';
import { memo, useCallback, useContext, useLayoutEffect, useMemo, useState, type CSSProperties } from 'react';
import { useShown, type Shown } from '../context';
import { InstanceView } from '../instance/InstanceView';
import { canvasHeight, cleared, placement, tops, type Box } from './places';
import { ReporterContext, StretchContext, type Report } from './useReportedHeight';

export interface GridProps {
  parent: string | null;
  slot: string;
  rows: string;
  /** Free space below the lowest component. */
  foot?: number;
}

interface Placed extends Box {
  component: Component;
}

const NOBODY: Component[] = [];

function boxesOf(components: readonly Component[], shown: Shown, rows: string): Placed[] {
  return components.map(component => ({
    ...layoutOn(component, shown.device),
    component,
    instance: instanceKey(component.id, rows),
  }));
}

/** Heights the children reported; the same report twice changes nothing. */
function useReports(): [ReadonlyMap<string, Report>, (instance: string, report: Report | undefined) => void] {
  const [reports, setReports] = useState<ReadonlyMap<string, Report>>(new Map());
  const report = useCallback((instance: string, told: Report | undefined) => {
    setReports(before => {
      const known = before.get(instance);
      const same = known?.wanted === told?.wanted && known?.real === told?.real && known?.spill === told?.spill;
      if (same) return before;
      const next = new Map(before);
      if (told) next.set(instance, told);
      else next.delete(instance);
      return next;
    });
  }, []);
  return [reports, report];
}

/** Titles and buttons of a header or a footer stay side by side, also on a phone. */
const STRIPS = new Set(['header', 'footer']);

function Column({ boxes, rows, slot }: { boxes: Placed[]; rows: string; slot: string }) {
  const order = useMemo(() => readingOrder(boxes), [boxes]);
  return (
    <div className={`tj-Grid ${STRIPS.has(slot) ? 'tj-mod-strip' : 'tj-mod-column'}`}>
      {order.map(({ component, instance }) => (
        <InstanceView key={instance} component={component} rows={rows} place={IN_FLOW} />
      ))}
    </div>
  );
}

const IN_FLOW = {};

interface Arranged {
  places: ReadonlyMap<string, CSSProperties>;
  height: number;
  /** How much of the height is there for messages. */
  stretch: number;
}

function arranged(boxes: readonly Placed[], reports: ReadonlyMap<string, Report>, foot: number): Arranged {
  const told = [...reports];
  const real = new Map(told.flatMap(([key, { real }]) => (real === undefined ? [] : [[key, real] as const])));
  const needed = new Map(told.map(([key, { real, wanted, spill = 0 }]) => [key, (real ?? wanted) + spill] as const));
  const spills = new Map(told.map(([key, { spill = 0 }]) => [key, spill] as const));
  // A label above a field makes it higher than its box says.
  const seen = boxes.map(box => ({ ...box, height: reports.get(box.instance)?.wanted ?? box.height }));
  const moved = cleared(seen, spills).map((box, index) => ({ ...box, height: boxes[index]?.height ?? box.height }));
  const placed = tops(moved, real);
  const height = canvasHeight(moved, needed, placed);
  const quiet = new Map(told.map(([key, { real, wanted }]) => [key, real ?? wanted] as const));
  return {
    places: new Map(moved.map(box => [box.instance, placement(box, placed.get(box.instance) ?? box.top)])),
    height: height + foot,
    stretch: height - canvasHeight(boxes, quiet, tops(boxes, real)),
  };
}

function Canvas({ boxes, rows, slot, foot }: { boxes: Placed[]; rows: string; slot: string; foot: number }) {
  const [reports, report] = useReports();
  const { places, height, stretch } = useMemo(() => arranged(boxes, reports, foot), [boxes, reports, foot]);
  const tell = useContext(StretchContext);
  useLayoutEffect(() => {
    // A header and a footer keep their height.
    if (slot === '') tell?.(stretch);
  }, [tell, slot, stretch]);
  return (
    <ReporterContext value={report}>
      <div className="tj-Grid tj-mod-canvas" style={{ height }}>
        {boxes.map(({ component, instance }) => (
          <InstanceView key={instance} component={component} rows={rows} place={places.get(instance) ?? IN_FLOW} />
        ))}
      </div>
    </ReporterContext>
  );
}

export const Grid = memo(function Grid({ parent, slot, rows, foot = 0 }: GridProps) {
  const shown = useShown();
  const components = shown.seats.get(seatKey({ parent, slot })) ?? NOBODY;
  const boxes = useMemo(() => boxesOf(components, shown, rows), [components, shown, rows]);
  return shown.oneColumn ? (
    <Column boxes={boxes} rows={rows} slot={slot} />
  ) : (
    <Canvas boxes={boxes} rows={rows} slot={slot} foot={foot} />
  );
});
