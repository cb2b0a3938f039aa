/** Validation rules of fields: each gives a sentence, or '' when the value is fine. */
import { asNumber } from '../coerce';
import type { Instance } from '../instance';
import { asText } from '../template';

export type Rule = (self: Instance) => string;

/** The first sentence of several rules. */
export function firstOf(...rules: Rule[]): Rule {
  return self => {
    for (const rule of rules) {
      const message = rule(self);
      if (message !== '') return message;
    }
    return '';
  };
}

/** A rule for a filled field; an empty one is the business of `mandatory`. */
export function whenFilled(rule: Rule, key = 'value'): Rule {
  return self => (isEmpty(self.get(key)) ? '' : rule(self));
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function mandatory(key = 'value'): Rule {
  return self => (self.get('isMandatory') === true && isEmpty(self.get(key)) ? 'This field cannot be empty' : '');
}

/** A field that must be switched on. */
export const mustBeOn: Rule = self =>
  self.get('isMandatory') === true && self.get('value') !== true ? 'This must be switched on' : '';

export const pattern: Rule = self => {
  const regex = asText(self.prop('regex'));
  if (regex === '') return '';
  try {
    return new RegExp(regex).test(asText(self.get('value'))) ? '' : 'The input does not match the pattern';
  } catch {
    // A pattern that does not parse cannot refuse anything; the inspector says so to the builder.
    return '';
  }
};

export const lengths: Rule = self => {
  const { length } = asText(self.get('value'));
  const least = asNumber(self.prop('minLength'));
  const most = asNumber(self.prop('maxLength'));
  if (least !== undefined && length < least) return `At least ${least} characters are needed`;
  return most !== undefined && length > most ? `At most ${most} characters are allowed` : '';
};

export const range: Rule = self => {
  const value = asNumber(self.get('value'));
  const least = asNumber(self.prop('minValue'));
  const most = asNumber(self.prop('maxValue'));
  if (value === undefined) return '';
  if (least !== undefined && value < least) return `The smallest value is ${least}`;
  return most !== undefined && value > most ? `The greatest value is ${most}` : '';
};

/** The builder's own rule: a text refuses the value and says why. */
export const customRule: Rule = self => {
  const rule = self.prop('customRule');
  if (rule === false) return 'The value is not valid';
  return typeof rule === 'string' && rule.trim() !== '' && rule.trim() !== 'true' ? rule : '';
};
