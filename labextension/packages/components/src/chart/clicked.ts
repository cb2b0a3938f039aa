/** The point a viewer clicked, as `components.chart1.clickedDataPoint` names its parts. */
import type { Speaks } from '../field/said';
import { isRow, type Row } from '../Table/guards';

/** From Plotly's click event; undefined where no point was hit. */
export function clickedPoint(event: unknown): Row | undefined {
  const points = isRow(event) && Array.isArray(event.points) ? event.points : [];
  const point: unknown = points[0];
  if (!isRow(point)) return undefined;
  const trace = isRow(point.data) ? point.data : {};
  if ('label' in point && 'value' in point && !('x' in point)) {
    return { dataLabel: point.label, dataValue: point.value, dataPercent: point.percent };
  }
  return {
    xAxisLabel: point.x,
    yAxisLabel: point.y,
    dataLabel: point.text ?? trace.name ?? point.x,
    dataValue: point.z ?? point.y,
  };
}

/** A person clicked a point. */
export function clickPoint({ set, fire }: Speaks, point: Row): void {
  set({ clickedDataPoint: point });
  fire('onClick');
}
