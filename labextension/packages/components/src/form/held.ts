/** What the made fields of a form hold: their values, and which of them a person has visited. */
import { specs, type Name, type Props } from '@tooljet/schema';
import { isRow, type Row } from '../Table/guards';
import { faultOf, type MadeField } from './fields';

export interface Held {
  /** Other fields, or a form that was reset, start anew. */
  key: string;
  /** How often one had tried to send the form when the fields were made. */
  attempts: number;
  values: Row;
  touched: ReadonlySet<string>;
}

export function heldKey(fields: readonly MadeField[], round: unknown): string {
  return JSON.stringify([round, fields]);
}

/** Fields that nobody has visited. */
export function held(fields: readonly MadeField[], key: string, attempts: number): Held {
  const entries = fields.filter(field => field.type !== 'Text').map(field => [field.name, field.value]);
  return { key, attempts, values: Object.fromEntries(entries), touched: new Set() };
}

/** After a field said something: its value, or that the focus left it. */
export function withSaid(before: Held, field: MadeField, said: Row): Held {
  const value = 'values' in said ? said.values : said.value;
  if (value === undefined && said.$touched !== true) return before;
  return {
    ...before,
    values: value === undefined ? before.values : { ...before.values, [field.name]: value },
    touched: new Set(before.touched).add(field.name),
  };
}

/** What the form is told about its made fields. */
export function report(fields: readonly MadeField[], values: Row): { $made: { values: Row; valid: boolean } } {
  return { $made: { values, valid: fields.every(field => faultOf(field, values[field.name]) === undefined) } };
}

/** The sentence below a field: only once somebody has been there, or tried to send the form. */
export function complaint(made: MadeField, { values, touched, ...before }: Held, attempts: number): string | undefined {
  return touched.has(made.name) || attempts > before.attempts ? faultOf(made, values[made.name]) : undefined;
}

/** The spec's defaults of a component, as the runtime resolves them. */
export function defaultsOf<N extends Name>(name: N): Props[N] {
  const entries = Object.values(specs[name].props).map(prop => [prop.key, prop.default]);
  return Object.fromEntries(entries) as Props[N];
}

/** What a made field is given, as if the runtime had it. */
export function givenOf(made: MadeField, value: unknown): { props: Row; exposed: Row } {
  const defaults: unknown = defaultsOf(made.type);
  return {
    props: { ...(isRow(defaults) ? defaults : {}), ...made.props, text: value },
    exposed: { value, values: value, isMandatory: made.mandatory, label: made.props.label },
  };
}
