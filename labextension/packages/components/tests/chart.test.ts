/** Charts are drawn from simple points or from Plotly's JSON, in the theme's colours. */
import { describe, expect, it } from 'vitest';
import { clickedPoint } from '../src/chart/clicked';
import { figureOf, type ChartSettings } from '../src/chart/figure';
import { inkOnSlice, inNumbers } from '../src/chart/palette';
import { buildFor, unknownKind } from '../src/chart/kinds';

const palette = {
  series: ['rgb(1, 2, 3)', 'rgb(4, 5, 6)'],
  text: 'black',
  muted: 'grey',
  grid: 'silver',
  surface: 'white',
  raised: 'white',
  border: 'silver',
};
const settings: ChartSettings = {
  plotFromJson: false,
  jsonDescription: '',
  barmode: 'group',
  type: 'line',
  data: [],
  showAxes: true,
  showGridLines: true,
  color: 'rgb(1, 2, 3)',
};

function figure(change: Partial<ChartSettings>) {
  const outcome = figureOf({ ...settings, ...change }, palette);
  if (!('figure' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.figure;
}

describe('from points', () => {
  const data = [{ x: 'Jan', y: 100 }, { x: 'Feb', y: 80 }]; // prettier-ignore

  it('draws a line through x and y', () => {
    expect(figure({ data }).data).toMatchObject([
      { type: 'scatter', mode: 'lines+markers', x: ['Jan', 'Feb'], y: [100, 80], line: { color: 'rgb(1, 2, 3)' } },
    ]);
  });

  it.each([
    ['bar', { type: 'bar' }],
    ['scatter', { type: 'scatter', mode: 'markers' }],
    ['area', { type: 'scatter', fill: 'tozeroy', fillcolor: 'rgba(1, 2, 3, 0.16)' }],
  ])('draws the form %s', (type, trace) => {
    expect(figure({ data, type }).data[0]).toMatchObject(trace);
  });

  it('names the slices of a pie beside them while they are few and large, else in a legend', () => {
    const slices = (values: number[]) => values.map((value, index) => ({ label: `L${index}`, value }));
    expect(figure({ type: 'pie', data: slices([60, 30, 10]) }).data[0]).toMatchObject({
      textposition: 'outside',
      showlegend: false,
    });
    expect(figure({ type: 'pie', data: slices([90, 8, 2]) }).data[0]).toMatchObject({
      textposition: 'inside',
      texttemplate: ['%{percent:.0%}', '%{percent:.0%}', ''],
      showlegend: true,
    });
    const many = figure({ type: 'pie', data: slices([1, 1, 1, 1, 1, 1, 1]) });
    expect([many.data[0]?.showlegend, many.layout.showlegend]).toEqual([true, true]);
  });

  it('reads colours that a browser has mixed, and writes readable letters on them', () => {
    expect(inNumbers('color(srgb 0.2 0.4 1)')).toBe('rgb(51, 102, 255)');
    expect(inNumbers('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)');
    expect([inkOnSlice('rgb(62, 99, 221)'), inkOnSlice('rgb(124, 226, 254)')]).toEqual(['#ffffff', '#1c2024']);
  });

  it('draws a pie of labels and values', () => {
    expect(figure({ type: 'pie', data: [{ label: 'A', value: 1 }] }).data[0]).toMatchObject({
      type: 'pie',
      labels: ['A'],
      values: [1],
    });
  });

  it('reads the points from JSON text, as exported apps write them', () => {
    expect(figure({ data: '[{"x": 1, "y": 2}]' }).data[0]).toMatchObject({ x: [1], y: [2] });
  });

  it('draws a series for every number when the rows have their own names', () => {
    const rows = [{ month: 'Jan', sold: 3, returned: 1 }];
    expect(figure({ data: rows }).data.map(trace => trace.name)).toEqual(['sold', 'returned']);
  });

  it('says that there is nothing, and what is wrong', () => {
    expect(figureOf({ ...settings, data: [] }, palette)).toEqual({ empty: true });
    expect(figureOf({ ...settings, data: '[{"x":' }, palette)).toHaveProperty('fault');
  });

  it('hides axes and grid where the app wants that', () => {
    expect(figure({ data, showAxes: false, showGridLines: false }).layout).toMatchObject({
      xaxis: { visible: false },
      yaxis: { visible: false, showgrid: false },
    });
  });
});

describe('from JSON', () => {
  const plotFromJson = true;

  it('takes traces and lays the own layout over ours', () => {
    const jsonDescription = JSON.stringify({
      data: [{ type: 'bar', x: [1], y: [2] }],
      layout: { yaxis: { title: { text: 'Sales' } }, width: 900 },
    });
    const { data, layout } = figure({ plotFromJson, jsonDescription, barmode: 'stack' });
    expect(data).toEqual([{ type: 'bar', x: [1], y: [2] }]);
    expect(layout).toMatchObject({ barmode: 'stack', yaxis: { title: { text: 'Sales' }, gridcolor: 'silver' } });
    expect(layout).not.toHaveProperty('width');
  });

  it('loads the larger build only for kinds that need it', () => {
    expect(buildFor(figure({ plotFromJson, jsonDescription: [{ type: 'scattergl', x: [1], y: [1] }] }).data)).toBe(
      'basic'
    );
    expect(buildFor(figure({ plotFromJson, jsonDescription: { data: [{ type: 'heatmap', z: [[1]] }] } }).data)).toBe(
      'cartesian'
    );
  });

  it('names a kind it cannot draw', () => {
    expect(unknownKind(figure({ plotFromJson, jsonDescription: { data: [{ type: 'sankey' }] } }).data)).toBe('sankey');
  });

  it('says that the text is no JSON', () => {
    expect(figureOf({ ...settings, plotFromJson, jsonDescription: '{data' }, palette)).toHaveProperty('fault');
  });
});

it('names the parts of a clicked point', () => {
  expect(clickedPoint({ points: [{ x: 'Jan', y: 3, data: { name: 'Sold' } }] })).toEqual({
    xAxisLabel: 'Jan',
    yAxisLabel: 3,
    dataLabel: 'Sold',
    dataValue: 3,
  });
  expect(clickedPoint({ points: [{ label: 'A', value: 2, percent: 0.4 }] })).toEqual({
    dataLabel: 'A',
    dataValue: 2,
    dataPercent: 0.4,
  });
  expect(clickedPoint({})).toBeUndefined();
});
