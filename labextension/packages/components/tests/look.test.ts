/** The look keeps its promises: readable roles, a theme that is followed where nothing was chosen, current files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iconFiles } from '../icons.mjs';
import { scales } from '../scales.mjs';
import { groupOf, load } from '../src/icons/load';
import { chosen, pixels } from '../src/theme/chosen';
import { boxLook } from '../src/box';
import { contrast, inkOn } from '../src/theme/ink';

const source = (path: string) => readFileSync(join(import.meta.dirname, '../src', path), 'utf8');

/** All variables of the theme: later blocks win, dark ones only in the dark. */
function roles(mode: 'light' | 'dark'): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selector = '', body = ''] of `${source('theme/scales.css')}${source('theme/tokens.css')}`.matchAll(
    /([^{}]+)\{([^{}]*)\}/g
  )) {
    const dark = selector.includes("'dark'");
    if (dark && mode === 'light') continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name, value);
  }
  return found;
}

/** A role as a hex colour: references followed, mixtures mixed. */
function hex(value: string, all: Map<string, string>): string {
  const role = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (role) return hex(all.get(role) ?? '', all);
  const mix = /^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/.exec(value);
  if (!mix) return value;
  const [one, other] = [hex(mix[1] ?? '', all), hex(mix[3] ?? '', all)];
  const part = Number(mix[2]) / 100;
  const channel = (at: number) =>
    Math.round(parseInt(one.slice(at, at + 2), 16) * part + parseInt(other.slice(at, at + 2), 16) * (1 - part));
  return `#${[1, 3, 5].map(at => channel(at).toString(16).padStart(2, '0')).join('')}`;
}

const grounds = ['bg', 'surface', 'raised', 'field', 'hover', 'press'];
const texts: [string, string[]][] = [
  ['text', [...grounds, 'brand-soft', 'success-soft', 'warning-soft', 'danger-soft', 'info-soft', 'disabled']],
  ['muted', [...grounds, 'disabled']],
  ['placeholder', ['field', 'disabled']],
  ['brand-text', ['bg', 'surface', 'raised', 'brand-soft']],
  ['on-brand', ['brand', 'brand-hover']],
  ['on-danger-fill', ['danger-fill', 'danger-fill-hover']],
  ...['success', 'warning', 'danger', 'info'].map((role): [string, string[]] => [
    role,
    ['bg', 'surface', `${role}-soft`],
  ]),
  ...['success', 'warning', 'danger', 'info'].map((role): [string, string[]] => [`on-${role}`, [role]]),
];

describe.each(['light', 'dark'] as const)('in the %s theme', mode => {
  const all = roles(mode);
  const ratio = (one: string, other: string) =>
    contrast(hex(`var(--tj-${one})`, all), hex(`var(--tj-${other})`, all)) ?? 0;

  it.each(texts.flatMap(([text, on]) => on.map(ground => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  );

  it.each([
    ['control-border', 'field'],
    ['control-border', 'surface'],
    ['control-border', 'bg'],
    ['ring', 'bg'],
    ['ring', 'surface'],
  ])('%s is seen on %s', (line, ground) => {
    expect(ratio(line, ground)).toBeGreaterThanOrEqual(3);
  });
});

describe('a colour in an app', () => {
  it('is followed when it was chosen', () => {
    expect(chosen('text', ' #7c2d12 ', 'var(--tj-text)')).toBe('#7c2d12');
    expect(chosen('brand', 'var(--tj-danger)', 'var(--tj-brand)')).toBe('var(--tj-danger)');
  });

  it('gives way to the theme when it only stands there by default', () => {
    expect(chosen('text', 'var(--tj-text)', 'var(--tj-text)')).toBeUndefined();
    expect(chosen('text', '#000', 'var(--tj-text)')).toBeUndefined();
    expect(chosen('ground', '#FFFFFF', 'var(--tj-surface)')).toBeUndefined();
    expect(chosen('brand', 'var(--cc-primary-brand)', 'var(--tj-brand)')).toBeUndefined();
    expect(chosen('text', undefined, '')).toBeUndefined();
  });

  it('gets letters that can be read on it', () => {
    expect(inkOn('#ffc53d')).toBe('#1c2024');
    expect(inkOn('#7c2d12')).toBe('#ffffff');
    expect(inkOn('var(--tj-danger)')).toBe('var(--tj-on-danger)');
    expect(inkOn('rebeccapurple')).toBeUndefined();
  });

  it('has sizes as numbers or texts', () => {
    expect([pixels(6), pixels('12'), pixels(''), pixels('x'), pixels(undefined)]).toEqual([
      '6px',
      '12px',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('icons', () => {
  it('are found by name in the one group that is fetched', async () => {
    expect(groupOf('IconHome2')).toBeGreaterThan(groupOf('IconAbacus'));
    expect(await load('IconHome2')).toBeTruthy();
    expect(await load('IconZzz9')).toBeNull();
    expect(await load('')).toBeNull();
  });
});

describe('generated files', () => {
  it('hold the scales of Radix Colors', () => {
    expect(source('theme/scales.css')).toBe(scales());
  });

  it.each([...iconFiles()])('group the icons in %s', (path, text) => {
    expect(source(`icons/${path}`)).toBe(text);
  });
});

describe('a chart', () => {
  it.each(['light', 'dark'] as const)('has first colours that stand out from a card that is %s', mode => {
    const all = roles(mode);
    const ground = hex('var(--tj-surface)', all);
    for (const place of [1, 2, 3, 5]) {
      expect(contrast(hex(`var(--tj-chart-${place})`, all), ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('the edge of a box', () => {
  it("is none where the builder says transparent, and the theme's where nothing was said", () => {
    expect(boxLook({ borderColor: 'transparent' })).toMatchObject({ '--tj-box-edge': 'transparent' });
    expect(boxLook({ borderColor: 'var(--tj-border)' })['--tj-box-edge' as never]).toBeUndefined();
  });
});
