/** Chart: lines, bars and slices; remembers the point that was clicked. */
import { asText } from '../template';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import { supplied } from '../supply';
import type { Behaviour } from './behaviour';

/** The title of an axis, as the layout of a Plotly figure says it. */
function axisTitle(self: Instance, axis: string): string {
  const figure = self.prop('jsonDescription');
  const layout = isRecord(figure) ? figure['layout'] : undefined;
  const settings = isRecord(layout) ? layout[axis] : undefined;
  const title = isRecord(settings) ? settings['title'] : undefined;
  return asText(isRecord(title) ? title['text'] : title);
}

export const Chart: Behaviour = {
  derived: {
    ...supplied(self => [self.prop('plotFromJson') === true ? 'jsonDescription' : 'data']),
    xAxisTitle: self => axisTitle(self, 'xaxis'),
    yAxisTitle: self => axisTitle(self, 'yaxis'),
    show: self => self.prop('visibility') !== false,
  },
  actions: { clearClickedPoint: self => self.put('clickedDataPoint', {}) },
};
