/** What a form made from a plugin's manifest asks for, and the rules of its values; the server has the same rules. */
import type { PluginReply } from '@tooljet/schema/api';

export const WIDGETS = [
  ...(['text', 'textarea', 'password', 'number', 'toggle', 'select', 'multiselect', 'code', 'sql', 'json'] as const),
  ...(['pairs', 'file', 'selector', 'filters', 'sorts', 'aggregates', 'groups', 'columns', 'records'] as const),
  ...(['joins', 'login'] as const),
];
export type Widget = (typeof WIDGETS)[number];
export type Options = Record<string, unknown>;
export type ChoiceValue = string | number | boolean;

export interface Choice {
  value: ChoiceValue;
  label: string;
}

export interface Field {
  /** A dot in it (`list_rows.where_filters`) is a step into a nested object. */
  key: string;
  label: string;
  widget: Widget;
  required: boolean;
  default: unknown;
  secret: boolean;
  when: Record<string, unknown>;
  choices: Choice[];
  doc: string;
  placeholder: string;
  section: string;
  language: string;
  /** What a selector asks the driver. */
  method: string;
  depends_on: string[];
}

export interface Operation {
  title: string;
  doc: string;
  fields: Field[];
  when: Record<string, unknown>;
}

/** A kind of data source with its forms. */
export interface Plugin {
  kind: string;
  title: string;
  category: string;
  docs: string;
  static: boolean;
  connection: Field[];
  operations: Record<string, Operation>;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isChoiceValue(value: unknown): value is ChoiceValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function readChoice(given: unknown): Choice[] {
  if (isChoiceValue(given)) return [{ value: given, label: String(given) }];
  if (!isRecord(given) || !isChoiceValue(given.value)) return [];
  return [{ value: given.value, label: words(given.label) || String(given.value) }];
}

/** A field as the server describes it, with what it left out. */
export function readField(given: Record<string, unknown>): Field {
  return {
    key: words(given.key),
    label: words(given.label),
    widget: WIDGETS.find(widget => widget === given.widget) ?? 'text',
    required: given.required === true,
    default: given.default ?? null,
    secret: given.secret === true,
    when: isRecord(given.when) ? given.when : {},
    choices: Array.isArray(given.choices) ? given.choices.flatMap(readChoice) : [],
    doc: words(given.doc),
    placeholder: words(given.placeholder),
    section: words(given.section),
    language: words(given.language),
    method: words(given.method),
    depends_on: Array.isArray(given.depends_on) ? given.depends_on.map(String) : [],
  };
}

function readOperation(given: Record<string, unknown>): Operation {
  return {
    title: words(given.title),
    doc: words(given.doc),
    fields: Array.isArray(given.fields) ? given.fields.filter(isRecord).map(readField) : [],
    when: isRecord(given.when) ? given.when : {},
  };
}

/** A kind as the server describes it. */
export function readPlugin(reply: PluginReply): Plugin {
  const operations = Object.entries(reply.operations).map(([name, given]) => [name, readOperation(given)] as const);
  return { ...reply, connection: reply.connection.map(readField), operations: Object.fromEntries(operations) };
}
