/** NumberInput: a number, null when the field is empty. */
import { asNumber } from '../coerce';
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';
import { change } from './textField';
import { customRule, firstOf, mandatory, pattern, range, whenFilled } from './validation';

/** A number with no more digits than the builder allows. */
function rounded(self: Instance, value: unknown): number | null {
  const number = asNumber(value);
  if (number === undefined) return null;
  const places = asNumber(self.prop('decimalPlaces'));
  return places === undefined || places < 0 ? number : Number(number.toFixed(Math.min(places, 20)));
}

export const NumberInput: Behaviour = {
  state: { value: self => rounded(self, self.prop('value')) },
  field: 'value',
  error: firstOf(mandatory(), whenFilled(firstOf(pattern, range)), customRule),
  adopt: (self, values) => ('value' in values ? { ...values, value: rounded(self, values['value']) } : values),
  actions: {
    setText: (self, value) => change(self, rounded(self, value)),
    setValue: (self, value) => change(self, rounded(self, value)),
    clear: self => change(self, null),
  },
};
