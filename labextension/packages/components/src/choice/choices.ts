/** The options of a menu as they are offered, from either of ToolJet's two ways to write them. */
import { once } from '../once';
import { isRecord } from '../record';

export interface Choice {
  label: string;
  value: unknown;
  caption: string;
  disabled: boolean;
  /** Chosen when the page opens. */
  initial: boolean;
}

export interface ChoiceSettings {
  /** The options come from `schema`, an expression, instead of the list. */
  advanced?: boolean;
  schema?: unknown;
  options?: unknown;
  sort?: string;
}

/** Exported apps wrap the switches of an option: `{"value": true}`. */
function bare(value: unknown): unknown {
  return isRecord(value) && 'value' in value ? value.value : value;
}

function truth(value: unknown, standard: boolean): boolean {
  const plain = bare(value);
  if (plain === undefined || plain === null || plain === '') return standard;
  return typeof plain === 'string' ? plain.trim().toLowerCase() !== 'false' : Boolean(plain);
}

function words(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** One option; plain texts and numbers stand for themselves. */
function choiceOf(option: unknown): Choice | undefined {
  if (option === null || option === undefined) return undefined;
  if (!isRecord(option)) return { label: words(option), value: option, caption: '', disabled: false, initial: false };
  const { label, value, caption, disable, visible, default: initial } = option;
  if (!truth(visible, true)) return undefined;
  return {
    label: words(label ?? value),
    value,
    caption: words(caption),
    disabled: truth(disable, false),
    initial: truth(initial, false),
  };
}

const collator = once(() => new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }));

export function choices({ advanced, schema, options, sort }: ChoiceSettings): Choice[] {
  const given = advanced ? schema : options;
  const offered = (Array.isArray(given) ? given : []).flatMap(option => choiceOf(option) ?? []);
  if (sort === 'asc') offered.sort((one, other) => collator().compare(one.label, other.label));
  if (sort === 'desc') offered.sort((one, other) => collator().compare(other.label, one.label));
  return offered;
}

/** The options whose label or caption holds the searched words. */
export function matching(offered: Choice[], search: string): Choice[] {
  const wanted = search.trim().toLowerCase();
  if (!wanted) return offered;
  return offered.filter(({ label, caption }) => `${label}\n${caption}`.toLowerCase().includes(wanted));
}

/** Values are the same when they are equal as JSON, so that a fetched object still finds its option. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  const objects = typeof one === 'object' && typeof other === 'object' && one !== null && other !== null;
  return objects && JSON.stringify(one) === JSON.stringify(other);
}

export function includesValue(values: readonly unknown[], value: unknown): boolean {
  return values.some(one => sameValue(one, value));
}

/** The values with this one added, or taken out when it is there. */
export function toggled(values: readonly unknown[], value: unknown): unknown[] {
  return includesValue(values, value) ? values.filter(one => !sameValue(one, value)) : [...values, value];
}

/** All that can be chosen, or what was chosen of the rest when all were. */
export function allToggled(values: readonly unknown[], offered: readonly Choice[]): unknown[] {
  const open = offered.filter(choice => !choice.disabled).map(choice => choice.value);
  const complete = open.every(value => includesValue(values, value));
  if (complete) return values.filter(value => !includesValue(open, value));
  return [...values, ...open.filter(value => !includesValue(values, value))];
}
