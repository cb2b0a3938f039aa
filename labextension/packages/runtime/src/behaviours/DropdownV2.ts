/** DropdownV2: one of several options. */
import type { Behaviour } from './behaviour';
import { choicesOf, findChoice, offered, short, valueOf } from './options';
import { change } from './textField';
import { customRule, firstOf, mandatory } from './validation';

export const DropdownV2: Behaviour = {
  state: { value: self => choicesOf(self).find(choice => choice.default)?.value ?? self.prop('value') ?? null },
  derived: {
    options: self => offered(self),
    selectedOption: self => {
      const choice = findChoice(self, self.get('value'));
      return choice ? short(choice) : null;
    },
  },
  field: 'value',
  error: firstOf(mandatory(), customRule),
  adopt: (_self, values) => ('value' in values ? { ...values, value: valueOf(values['value']) ?? null } : values),
  actions: {
    selectOption: (self, option) => {
      const choice = findChoice(self, valueOf(option));
      if (choice) change(self, choice.value, 'onSelect');
    },
    clear: self => change(self, null, 'onSelect'),
  },
};
