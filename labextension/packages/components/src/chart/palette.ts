/** The theme's colours as Plotly wants them: resolved, since it draws in SVG by itself. */
import { inkOn } from '../theme/ink';

/** The colours of a chart. */
export interface Palette {
  series: string[];
  text: string;
  muted: string;
  grid: string;
  surface: string;
  raised: string;
  border: string;
}

/** A CSS colour, with all its variables, as `rgb(...)`. */
export function resolved(element: HTMLElement, colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  element.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return inNumbers(found) || colour;
}

/** Mixed colours come as `color(srgb 0.1 0.2 0.3)`, which Plotly does not read. */
export function inNumbers(colour: string): string {
  const parts = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)/.exec(colour)?.slice(1);
  return parts ? `rgb(${parts.map(part => Math.round(Number(part) * 255)).join(', ')})` : colour;
}

/** The palette where an element stands, light or dark. */
export function paletteAt(element: HTMLElement): Palette {
  const role = (name: string) => resolved(element, `var(--tj-${name})`);
  return {
    series: [1, 2, 3, 4, 5, 6].map(place => role(`chart-${place}`)),
    text: role('text'),
    muted: role('muted'),
    grid: role('slate-4'),
    surface: role('surface'),
    raised: role('raised'),
    border: role('border'),
  };
}

/** The same colour, see-through. */
export function faded(colour: string, share: number): string {
  const numbers = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(colour);
  return numbers ? `rgba(${numbers[1]}, ${numbers[2]}, ${numbers[3]}, ${share})` : colour;
}

/** Letters that can be read on a slice. */
export function inkOnSlice(colour: string): string {
  const numbers = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(colour)?.slice(1).map(Number) ?? [];
  const hex = numbers.map(number => number.toString(16).padStart(2, '0')).join('');
  return inkOn(`#${hex}`) ?? '#ffffff';
}
