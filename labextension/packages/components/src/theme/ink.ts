/** Picks readable letters for a ground that a builder coloured. */

/** Grounds whose colour a script does not know, and the role that is readable on each. */
const roles: Record<string, string> = {
  'var(--tj-brand)': 'var(--tj-on-brand)',
  'var(--tj-danger)': 'var(--tj-on-danger)',
  'var(--tj-danger-fill)': 'var(--tj-on-danger-fill)',
  'var(--tj-success)': 'var(--tj-on-success)',
  'var(--tj-warning)': 'var(--tj-on-warning)',
  'var(--tj-info)': 'var(--tj-on-info)',
  'var(--cc-error-systemStatus)': 'var(--tj-on-danger)',
  'var(--cc-success-systemStatus)': 'var(--tj-on-success)',
  'var(--cc-warning-systemStatus)': 'var(--tj-on-warning)',
  'var(--tj-surface)': 'var(--tj-text)',
  'var(--cc-surface1-surface)': 'var(--tj-text)',
  'var(--cc-surface2-surface)': 'var(--tj-text)',
  transparent: 'var(--tj-text)',
};

/** Red, green, blue of `#rgb` or `#rrggbb`, 0 to 1; undefined for anything else or a see-through colour. */
function channels(colour: string): [number, number, number] | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{6}ff)$/i.exec(colour)?.[1];
  if (!hex) return undefined;
  const wide = hex.length === 3 ? [...hex].map(digit => digit + digit).join('') : hex;
  const channel = (at: number) => parseInt(wide.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
}

/** WCAG's relative luminance. */
function luminance(rgb: [number, number, number]): number {
  const [red, green, blue] = rgb.map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG's contrast of two hex colours, 1 to 21; undefined where one is not a plain hex colour. */
export function contrast(one: string, other: string): number | undefined {
  const [first, second] = [channels(one), channels(other)];
  if (!first || !second) return undefined;
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** A readable text colour on this ground; undefined where it cannot be told. */
export function inkOn(ground: string): string | undefined {
  const onWhite = contrast(ground, '#ffffff');
  if (onWhite === undefined) return roles[ground];
  return onWhite >= 4.5 ? '#ffffff' : '#1c2024';
}
