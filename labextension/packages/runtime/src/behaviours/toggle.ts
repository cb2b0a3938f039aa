/** What the fields that are on or off have in common. */
import { asBoolean } from '../coerce';
import type { Behaviour } from './behaviour';
import { change } from './textField';
import { customRule, firstOf, mustBeOn } from './validation';

export const toggle: Behaviour = {
  state: { value: self => asBoolean(self.prop('defaultValue')) },
  field: 'value',
  error: firstOf(mustBeOn, customRule),
  adopt: (_self, values) => ('value' in values ? { ...values, value: asBoolean(values['value']) } : values),
  actions: {
    toggle: self => change(self, self.get('value') !== true),
    setValue: (self, value = true) => change(self, asBoolean(value)),
    setChecked: (self, value = true) => change(self, asBoolean(value)),
  },
};
