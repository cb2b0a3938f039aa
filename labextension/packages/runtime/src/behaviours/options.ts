/** The options of a menu: where they come from, their order, which are chosen at first. */
import { asBoolean, asList } from '../coerce';
import { isRecord, same } from '../equal';
import type { Instance } from '../instance';
import { asText } from '../template';

export interface Choice {
  label: string;
  value: unknown;
  default: boolean;
  [key: string]: unknown;
}

/** The options on offer, in their order. */
export function offered(self: Instance): Choice[] {
  const list = asList(self.prop(self.prop('advanced') === true ? 'schema' : 'options')) ?? [];
  const choices = list
    .filter(isRecord)
    .filter(option => option['visible'] === undefined || asBoolean(option['visible']));
  return sorted(choices.map(choiceOf), asText(self.prop('sort')));
}

function choiceOf(option: Record<string, unknown>): Choice {
  const { value } = option;
  return { ...option, value, label: asText(option['label'] ?? value), default: asBoolean(option['default']) };
}

function sorted(choices: Choice[], order: string): Choice[] {
  if (order !== 'asc' && order !== 'desc') return choices;
  const sign = order === 'asc' ? 1 : -1;
  return [...choices].sort((left, right) => sign * left.label.localeCompare(right.label, undefined, { numeric: true }));
}

/** The options an instance exposes. */
export function choicesOf(self: Instance): Choice[] {
  const options = self.get('options');
  return Array.isArray(options) ? options : [];
}

/** The value a caller means: itself, or the value of an option object. */
export function valueOf(given: unknown): unknown {
  return isRecord(given) && 'value' in given ? given['value'] : given;
}

export function findChoice(self: Instance, value: unknown): Choice | undefined {
  return choicesOf(self).find(choice => same(choice.value, value));
}

/** Label and value only, as expressions read a chosen option. */
export function short(choice: Choice): { label: string; value: unknown } {
  return { label: choice.label, value: choice.value };
}
