/** The choices of select and tag columns: value, label and colour. */

import { isRow, truth, words, type Row } from './guards';

/** One choice of a select or tags column. */
export interface Option {
  value: unknown;
  label: string;
  color?: string;
  textColor?: string;
}

/** Quiet tones for choices without a colour of their own; a value always gets the same one. */
const tones = ['indigo', 'sky', 'green', 'amber', 'red', 'slate'] as const;

export type Tone = (typeof tones)[number];

/** The choices a column offers: dynamic ones, the static list, or the `values` and `labels` of older apps. */
export function optionsOf(settings: Row): Option[] {
  const dynamic = truth(settings.useDynamicOptions, false);
  const list = dynamic ? settings.dynamicOptions : settings.options;
  if (Array.isArray(list) && list.length > 0) return list.map(option);
  const values = Array.isArray(settings.values) ? settings.values : [];
  const labels = Array.isArray(settings.labels) ? settings.labels : [];
  return values.map((value, index) => ({ value, label: words(labels[index], words(value)) }));
}

function option(given: unknown): Option {
  if (!isRow(given)) return { value: given, label: words(given) };
  return {
    value: given.value ?? given.label,
    label: words(given.label, words(given.value)),
    color: words(given.optionColor) || undefined,
    textColor: words(given.labelColor) || undefined,
  };
}

/** The choice with this value; text and number of the same digits are the same choice. */
export function optionFor(options: readonly Option[], value: unknown): Option | undefined {
  return options.find(item => item.value === value) ?? options.find(item => words(item.value, '\0') === words(value));
}

/** What a cell shows for a value: the choice's label, or the value itself. */
export function labelFor(options: readonly Option[], value: unknown): string {
  const known = optionFor(options, isRow(value) ? value.value : value);
  return known?.label ?? (isRow(value) ? words(value.label, words(value.value)) : words(value));
}

/** The tone of a value: the place among the choices, else a number made from its letters. */
export function toneFor(options: readonly Option[], value: unknown): Tone {
  const place = options.findIndex(item => words(item.value, '\0') === words(value));
  const letters = words(value);
  let sum = place;
  if (place < 0)
    for (let index = 0; index < letters.length; index += 1) sum = (sum * 31 + letters.charCodeAt(index)) >>> 0;
  return tones[Math.abs(sum) % tones.length] ?? 'slate';
}

/** A list however it is written: a list, JSON text, or words with commas. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (value === null || value === undefined || value === '') return [];
  if (typeof value !== 'string') return [value];
  if (value.trim().startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(value);
      if (Array.isArray(parsed)) return parsed;
    } catch {
      // Not JSON after all: words with commas.
    }
  }
  return value
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}
