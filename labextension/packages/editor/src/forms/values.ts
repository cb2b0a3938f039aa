/** The values of a form: read, written, filled with defaults, shown or not, and checked as the server will check them. */
import { isRecord, type Field, type Operation, type Options, type Plugin } from './fields';

/** What stands in a form for a stored secret; sent back, it means "as it was". */
export const MASK = '••••••••';

/** The value at a dotted key; undefined where a step of the way is missing. */
export function read(options: Options, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (value, step) => (isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined),
      options
    );
}

/** New options with a value at a dotted key. */
export function write(options: Options, key: string, value: unknown): Options {
  const [step = '', ...rest] = key.split('.');
  if (rest.length === 0) return { ...options, [step]: value };
  const inner = options[step];
  return { ...options, [step]: write(isRecord(inner) ? inner : {}, rest.join('.'), value) };
}

function holds(value: unknown, wanted: unknown): boolean {
  return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
}

/** The value of a field: what was chosen, or its default. */
export function valueOf(field: Field, options: Options): unknown {
  const value = read(options, field.key);
  return value === undefined || value === null ? field.default : value;
}

/** Whether a field is asked for: its conditions hold, and those of the fields it depends on. */
export function isShown(field: Field, fields: Field[], options: Options): boolean {
  return Object.entries(field.when).every(([key, wanted]) => {
    const source = fields.find(other => other.key === key);
    const value = source ? valueOf(source, options) : read(options, key);
    return holds(value, wanted) && (!source || isShown(source, fields, options));
  });
}

/** The fields that are asked for now, in their sections and their order. */
export function sections(fields: Field[], options: Options): { title: string; fields: Field[] }[] {
  const shown = fields.filter(field => isShown(field, fields, options));
  const titles = [...new Set(shown.map(field => field.section))];
  return titles.map(title => ({ title, fields: shown.filter(field => field.section === title) }));
}

/** The options with the default of every field that has no value yet. */
export function withDefaults(fields: Field[], options: Options): Options {
  return fields.reduce((filled, field) => {
    const missing = (read(filled, field.key) ?? null) === null && field.default !== null;
    return missing ? write(filled, field.key, field.default) : filled;
  }, options);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value)) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '';
}

function isTemplate(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{{');
}

/** What is wrong with one value; undefined when nothing is. */
export function problemOf(field: Field, value: unknown): string | undefined {
  if (isEmpty(value)) return field.required ? 'is required' : undefined;
  if (isTemplate(value)) return undefined;
  if (field.widget === 'number' && (typeof value === 'boolean' || Number.isNaN(Number(value))))
    return 'must be a number';
  if (field.widget === 'json' && typeof value === 'string') return jsonProblem(value);
  return undefined;
}

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return 'must be JSON';
  }
}

/** What is wrong, by the key of the field; empty when the form can be sent. */
export function problems(fields: Field[], options: Options): Record<string, string> {
  const shown = fields.filter(field => isShown(field, fields, options));
  const found = shown.flatMap(field => {
    const problem = problemOf(field, valueOf(field, options));
    return problem ? [[field.key, problem] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Whether a value is a stored secret that this form does not know. */
export function isMasked(value: unknown): boolean {
  return value === MASK;
}

/** The name of the operation that the options choose, as the server chooses it; the first where none fits. */
export function operationOf(plugin: Plugin, options: Options): string {
  const names = Object.keys(plugin.operations);
  const fits = (name: string, operation: Operation): boolean =>
    Object.entries(conditions(name, operation)).every(([key, wanted]) => holds(options[key] ?? '', wanted));
  const chosen = Object.entries(plugin.operations).find(([name, operation]) => fits(name, operation));
  return chosen?.[0] ?? names[0] ?? '';
}

function conditions(name: string, operation: Operation): Record<string, unknown> {
  return Object.keys(operation.when).length > 0 ? operation.when : { operation: name };
}

/** The options with another operation chosen; what the user filled in stays. */
export function chooseOperation(plugin: Plugin, options: Options, name: string): Options {
  const operation = plugin.operations[name];
  if (!operation) return options;
  const chosen = Object.entries(conditions(name, operation)).map(([key, wanted]): [string, unknown] => [
    key,
    Array.isArray(wanted) ? wanted[0] : wanted,
  ]);
  return { ...options, ...Object.fromEntries(chosen) };
}
