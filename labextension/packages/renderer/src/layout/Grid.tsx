/** The children of one seat, on 43 columns; or, on a phone, below each other in reading order. */
import type { Component } from '@tooljet/schema';
import { memo, useCallback, useMemo, useState } from 'react';
import { useShown, type Shown } from '../context';
import { InstanceView } from '../instance/InstanceView';
import { canvasHeight, placement, tops, type Box } from './places';
import { readingOrder } from './order';
import { instanceKey, layoutOn, seatKey } from './tree';
import { ReporterContext, type Report } from './useReportedHeight';

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
      if (known?.wanted === told?.wanted && known?.real === told?.real) return before;
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

function Canvas({ boxes, rows, foot }: { boxes: Placed[]; rows: string; foot: number }) {
  const [reports, report] = useReports();
  const { places, height } = useMemo(() => {
    const real = new Map(
      [...reports].flatMap(([key, told]) => (told.real === undefined ? [] : [[key, told.real] as const]))
    );
    const needed = new Map([...reports].map(([key, told]) => [key, told.real ?? told.wanted] as const));
    const placed = tops(boxes, real);
    return {
      places: new Map(boxes.map(box => [box.instance, placement(box, placed.get(box.instance) ?? box.top)])),
      height: canvasHeight(boxes, needed, placed) + foot,
    };
  }, [boxes, reports, foot]);
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
    <Canvas boxes={boxes} rows={rows} foot={foot} />
  );
});
