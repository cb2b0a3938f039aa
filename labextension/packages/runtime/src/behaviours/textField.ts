/** What the fields for text have in common. */
import { asText } from '../template';
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';
import { customRule, firstOf, lengths, mandatory, pattern, whenFilled } from './validation';

/** Set the value of a field from an action: `onChange` follows when it is another one. */
export function change(self: Instance, value: unknown, event = 'onChange', key = 'value'): void {
  const before = self.get(key);
  self.put(key, value);
  if (!Object.is(before, self.get(key))) self.fire(event);
}

/** A field for text. */
export const textField: Behaviour = {
  state: { value: self => asText(self.prop('value')) },
  field: 'value',
  error: firstOf(mandatory(), whenFilled(firstOf(pattern, lengths)), customRule),
  adopt: (_self, values) => ('value' in values ? { ...values, value: asText(values['value']) } : values),
  actions: {
    setText: (self, text) => change(self, asText(text)),
    setValue: (self, text) => change(self, asText(text)),
    clear: self => change(self, ''),
  },
};
