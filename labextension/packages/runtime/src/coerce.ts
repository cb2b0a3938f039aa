/** A resolved value as the type its spec says, as tolerant as ToolJet: "true" is true, "12" is 12, JSON text is a list. */
import type { Item, Prop } from '@tooljet/schema';
import { momentLibrary } from './libraries';
import { isPlainObject, isRecord } from './equal';
import { unface } from './plain';
import { asText } from './template';

const FALSE_WORDS = new Set(['false', '0', '', 'null', 'undefined']);

/** A value that a binding gave, or a literal of the definition, as its property's type. */
export function coerce(value: unknown, prop: Prop, items: Record<string, Item> = {}): unknown {
  const item = items[prop.item ?? ''];
  const result = coerceType(unface(value), prop);
  return item && Array.isArray(result) ? result.map(entry => coerceItem(entry, item, items)) : result;
}

function coerceType(value: unknown, prop: Prop): unknown {
  switch (prop.type) {
    case 'boolean':
      return asBoolean(value);
    case 'number':
      return asNumber(value) ?? (prop.nullable ? null : prop.default);
    case 'string':
    case 'text':
    case 'html':
      return asText(value);
    case 'color':
    case 'icon':
    case 'boxShadow':
    case 'component':
      return asText(value) || prop.default;
    case 'enum':
      return asChoice(value, prop);
    case 'array':
    case 'data':
    case 'columns':
    case 'tabs':
    case 'buttons':
    case 'fields':
      return asList(value) ?? [];
    case 'options':
      return (asList(value) ?? []).map(asOption);
    case 'object':
      return asObject(value) ?? prop.default ?? {};
    case 'json':
      return typeof value === 'string' ? parsed(value) : value;
    case 'date':
      return isDate(value) ? value : asText(value);
    default:
      return value;
  }
}

/** A plain text or number stands for itself. */
function asOption(option: unknown): unknown {
  const isPlain = typeof option === 'string' || typeof option === 'number' || typeof option === 'boolean';
  return isPlain ? { label: asText(option), value: option } : option;
}

/** `{value: x}` of exported apps is x; missing fields get their default. */
function coerceItem(entry: unknown, item: Item, items: Record<string, Item>): unknown {
  if (!isRecord(entry)) return entry;
  const result: Record<string, unknown> = { ...entry };
  for (const [key, prop] of Object.entries(item.props)) {
    const given = unwrapped(entry[key]);
    if (given !== undefined) result[key] = coerce(given, prop, items);
    else if (!hasTemplate(prop.default)) result[key] = prop.default;
  }
  return result;
}

function unwrapped(value: unknown): unknown {
  if (!isPlainObject(value) || !('value' in value)) return value;
  const others = Object.keys(value).filter(key => key !== 'value' && key !== 'fxActive');
  return others.length === 0 ? value['value'] : value;
}

function hasTemplate(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

/** Whether a value counts as true. */
export function asBoolean(value: unknown): boolean {
  return typeof value === 'string' ? !FALSE_WORDS.has(value.trim().toLowerCase()) : Boolean(value);
}

/** A number, or undefined where there is none. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().replace(/(?:px|%)$/, '');
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? undefined : number;
}

function asChoice(value: unknown, prop: Prop): unknown {
  const text = asText(value);
  const choices = prop.choices ?? [];
  if (choices.length === 0) return text || prop.default;
  return choices.some(choice => choice.value === text) ? text : prop.default;
}

/** A list, or undefined where there is none. */
export function asList(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return Array.from(value);
  if (typeof value !== 'string') return undefined;
  const read = parsed(value);
  return Array.isArray(read) ? read : undefined;
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  if (typeof value === 'string') return asObject(value.trim().startsWith('{') ? unlessText(parsed(value)) : undefined);
  return isRecord(value) ? value : undefined;
}

function unlessText(value: unknown): unknown {
  return typeof value === 'string' ? undefined : value;
}

/** JSON text as what it says; other text as it is. */
function parsed(text: string): unknown {
  const start = text.trim().charAt(0);
  if (start !== '[' && start !== '{') return text;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the text itself is the value.
    return text;
  }
}

function isDate(value: unknown): boolean {
  if (value instanceof Date || typeof value === 'number') return true;
  return typeof value === 'object' && momentLibrary().isMoment(value);
}
