/** Tells a colour that a builder chose from one that only stands there by default, which follows the theme instead. */

/** What a colour is for; each has its own defaults. */
export type Purpose = 'text' | 'ground' | 'border' | 'brand' | 'on-brand' | 'danger' | 'icon';

/** Defaults that ToolJet writes into apps: tokens of its theme, and the literals of older versions. */
// prettier-ignore
const defaults: Record<Purpose, ReadonlySet<string>> = {
  text: new Set([
    'var(--cc-primary-text)', 'var(--cc-placeholder-text)',
    '#000', '#000000', '#000000ff', '#11181c', '#1b1f24', '#232e3c', '#2d343b', '#6a727c',
  ]),
  ground: new Set([
    'transparent', 'var(--cc-surface1-surface)',
    '#fff', '#ffffff', '#ffffffff', '#ffffff00', '#fff00000',
  ]),
  border: new Set([
    'transparent', 'var(--cc-default-border)', 'var(--cc-weak-border)',
    '#ccd1d5', '#cccd1d5', '#d7dbdf', '#dadcde', '#dadcdeff', '#e7e8ea', '#ffffff00',
  ]),
  brand: new Set([
    'var(--cc-primary-brand)',
    '#3c92dc', '#375fcf', '#4368e3', '#4d72fa', '#3e63dd',
  ]),
  'on-brand': new Set(['var(--cc-surface1-surface)', '#fff', '#ffffff', '#ffffffff']),
  danger: new Set(['var(--cc-error-systemStatus)', '#ff0000', '#d72d39', '#e54d2e']),
  icon: new Set(['var(--cc-default-icon)', '#cfd3d859', '#6a727c', '#000', '#000000']),
};

/** The colour, where it is a choice; undefined where the theme decides. `standard` is the default of the spec. */
export function chosen(purpose: Purpose, colour: unknown, standard: string): string | undefined {
  if (typeof colour !== 'string' || colour.trim() === '') return undefined;
  const plain = colour.trim();
  if (plain === standard) return undefined;
  return defaults[purpose].has(plain.startsWith('#') ? plain.toLowerCase() : plain) ? undefined : plain;
}

/** A number or numeric text as CSS pixels. */
export function pixels(size: unknown): string | undefined {
  const number = typeof size === 'string' && size.trim() !== '' ? Number(size) : size;
  return typeof number === 'number' && Number.isFinite(number) ? `${number}px` : undefined;
}
