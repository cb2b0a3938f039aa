/** Our look for a Plotly figure: Inter, a light grid, no frame, tight margins, a calm hover card. */
import type { Row } from '../Table/guards';
import { faded, type Palette } from './palette';

export interface LayoutWishes {
  axes: boolean;
  grid: boolean;
  legend: boolean;
  pie: boolean;
}

const family = "'Inter Variable', system-ui, sans-serif";

export function layoutOf(palette: Palette, wishes: LayoutWishes): Row {
  const axis = {
    visible: wishes.axes,
    showgrid: wishes.grid,
    gridcolor: palette.grid,
    zeroline: false,
    linecolor: palette.border,
    ticks: '',
    automargin: true,
    tickfont: { family, size: 12, color: palette.muted },
    title: { font: { family, size: 12, color: palette.muted }, standoff: 12 },
  };
  return {
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family, size: 12, color: palette.text },
    // Bars and ticks keep clear of the card's edge; axes take the room their words need.
    margin: wishes.pie ? { l: 24, r: 24, t: 16, b: 16 } : { l: 16, r: 16, t: 8, b: 12 },
    bargap: 0.35,
    showlegend: wishes.legend,
    // Above the plot, in line with its left edge; below a pie, in line with its centre.
    legend: {
      orientation: 'h',
      x: wishes.pie ? 0.5 : 0,
      y: wishes.pie ? -0.04 : 1.02,
      xanchor: wishes.pie ? 'center' : 'left',
      yanchor: wishes.pie ? 'top' : 'bottom',
      font: { family, size: 12, color: palette.muted },
    },
    hovermode: wishes.pie ? 'closest' : 'x',
    hoverlabel: {
      bgcolor: palette.raised,
      bordercolor: palette.border,
      align: 'left',
      font: { family, size: 12, color: palette.text },
    },
    xaxis: { ...axis, showgrid: false, fixedrange: false },
    yaxis: { ...axis, rangemode: 'tozero' },
    dragmode: 'zoom',
    modebar: { bgcolor: 'rgba(0,0,0,0)', color: palette.muted },
  };
}

/** How heat maps that name no colours of their own are drawn: from almost nothing to the first colour, a slim bar. */
export function heatLook(palette: Palette): Row {
  const [first = palette.text] = palette.series;
  return {
    colorscale: [
      [0, faded(first, 0.08)],
      [1, first],
    ],
    colorbar: { thickness: 10, outlinewidth: 0, tickfont: { family, size: 12, color: palette.muted } },
  };
}
