/** The Plotly figure of a chart: from simple points, or from the app's own JSON in our theme. */
import { isRow, type Row } from '../Table/guards';
import { heatLook, layoutOf } from './layout';
import { faded, inkOnSlice, type Palette } from './palette';
import { pointsIn, tracesIn, type Nothing } from './content';
import type { Points, Series } from './series';

/** Traces and layout, as Plotly reads them. */
export interface Figure {
  data: Row[];
  layout: Row;
}

/** A figure, nothing to draw, or why there is none. */
export type Outcome = { figure: Figure } | Nothing;

/** What of a chart's properties decides its figure. */
export interface ChartSettings {
  plotFromJson: boolean;
  jsonDescription: unknown;
  barmode: string;
  type: string;
  data: unknown;
  showAxes: boolean;
  showGridLines: boolean;
  /** The resolved colour of the first series. */
  color: string;
}

export function figureOf(settings: ChartSettings, palette: Palette): Outcome {
  return settings.plotFromJson ? fromJson(settings, palette) : fromPoints(settings, palette);
}

function fromPoints(settings: ChartSettings, palette: Palette): Outcome {
  const points = pointsIn(settings.data);
  if (!('series' in points)) return points;
  const colours = [settings.color, ...palette.series.filter(colour => colour !== settings.color)];
  const data =
    settings.type === 'pie'
      ? [pie(points, colours, palette)]
      : points.series.map((series, index) =>
          trace(settings.type, points, series, colours[index % colours.length] ?? settings.color)
        );
  const layout = layoutOf(palette, {
    axes: settings.showAxes,
    grid: settings.showGridLines,
    legend: settings.type === 'pie' ? data[0]?.showlegend === true : points.series.length > 1,
    pie: settings.type === 'pie',
  });
  return { figure: { data, layout: { ...layout, colorway: colours, barmode: 'group' } } };
}

/** Points are marked only while one can tell them apart. */
const fewPoints = 40;

function trace(type: string, points: Points, series: Series, colour: string): Row {
  const base = { name: series.name, x: points.places, y: series.values };
  if (type === 'bar') return { ...base, type: 'bar', marker: { color: colour, cornerradius: 4 } };
  if (type === 'scatter') return { ...base, type: 'scatter', mode: 'markers', marker: { color: colour, size: 8 } };
  const line = { color: colour, width: 2, shape: 'linear' };
  const mode = points.places.length <= fewPoints ? 'lines+markers' : 'lines';
  const drawn = { ...base, type: 'scatter', mode, line, marker: { color: colour, size: 5 } };
  return type === 'area' ? { ...drawn, fill: 'tozeroy', fillcolor: faded(colour, 0.16) } : drawn;
}

/** A slice smaller than this has no room for words beside those of the next one. */
const smallestShare = 0.05;
/** More slices than this are named in the legend. */
const fewSlices = 6;

function pie(points: Points, colours: string[], palette: Palette): Row {
  const shares = sharesOf(points.series[0]?.values ?? []);
  const direct = isDirect(shares);
  const slices = shares.map((_, index) => colours[index % colours.length] ?? palette.text);
  const named = { textinfo: 'label+percent', textposition: 'outside' };
  const counted = {
    textposition: 'inside',
    insidetextorientation: 'horizontal',
    texttemplate: shares.map(share => (share < smallestShare ? '' : '%{percent:.0%}')),
    insidetextfont: { color: slices.map(inkOnSlice) },
  };
  return {
    type: 'pie',
    labels: points.places,
    values: points.series[0]?.values ?? [],
    hole: 0.62,
    sort: false,
    direction: 'clockwise',
    ...(direct ? named : counted),
    hovertemplate: '%{label}<br>%{value:,} · %{percent}<extra></extra>',
    showlegend: !direct,
    automargin: true,
    marker: { colors: slices, line: { color: palette.surface, width: 2 } },
  };
}

/** Each value's part of the whole. */
function sharesOf(values: readonly unknown[]): number[] {
  const sizes = values.map(value => Math.max(0, Number(value) || 0));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map(size => (whole > 0 ? size / whole : 0));
}

/** Whether the slices are few and large enough to be named beside them. */
function isDirect(shares: readonly number[]): boolean {
  return shares.length <= fewSlices && shares.every(share => share >= smallestShare);
}

function fromJson(settings: ChartSettings, palette: Palette): Outcome {
  const described = tracesIn(settings.jsonDescription);
  if (!('traces' in described)) return described;
  const { traces, given } = described;
  const own = isRow(given) && isRow(given.layout) ? given.layout : {};
  const slices = traces.some(item => item.type === 'pie');
  const base = layoutOf(palette, { axes: true, grid: true, legend: traces.length > 1, pie: slices });
  const layout = merged({ ...base, barmode: settings.barmode, colorway: palette.series }, withoutTemplate(own));
  return { figure: { data: traces.map(trace => plain(trace, palette)), layout } };
}

/** A template of Python's plotly repaints everything in its own light theme. */
function withoutTemplate(layout: Row): Row {
  const { template, width, height, autosize, ...rest } = layout;
  void [template, width, height, autosize];
  return rest;
}

const heat = new Set<unknown>(['heatmap', 'contour', 'histogram2d', 'histogram2dcontour']);

/** Plotly wants its own copies, and draws in SVG here: WebGL traces become their plain relatives. */
function plain(given: Row, palette: Palette): Row {
  const copy = structuredClone(given);
  if (copy.type === 'scattergl') copy.type = 'scatter';
  if (copy.type === 'heatmapgl') copy.type = 'heatmap';
  return heat.has(copy.type) && copy.coloraxis === undefined ? merged(heatLook(palette), copy) : copy;
}

/** The second over the first, object by object. */
export function merged(base: Row, over: Row): Row {
  const result: Row = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = result[key];
    result[key] = isRow(before) && isRow(value) ? merged(before, value) : structuredClone(value);
  }
  return result;
}
