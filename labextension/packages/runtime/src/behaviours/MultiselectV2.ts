/** MultiselectV2: any number of several options. */
import { asList } from '../coerce';
import { same } from '../equal';
import type { Instance } from '../instance';
import type { Behaviour } from './behaviour';
import { choicesOf, findChoice, offered, short, valueOf } from './options';
import { change } from './textField';
import { customRule, firstOf, mandatory } from './validation';

function chosen(self: Instance): unknown[] {
  return asList(self.get('values')) ?? [];
}

function firstChosen(self: Instance): unknown[] {
  const marked = choicesOf(self).filter(choice => choice.default);
  return marked.length > 0 ? marked.map(choice => choice.value) : (asList(self.prop('values')) ?? []);
}

/** The values a caller names that are on offer. */
function known(self: Instance, given: unknown): unknown[] {
  const list = Array.isArray(given) ? given : [given];
  return list.flatMap(item => {
    const choice = findChoice(self, valueOf(item));
    return choice ? [choice.value] : [];
  });
}

function without(values: unknown[], gone: unknown[]): unknown[] {
  return values.filter(value => !gone.some(other => same(other, value)));
}

export const MultiselectV2: Behaviour = {
  state: { values: self => firstChosen(self) },
  derived: {
    options: self => offered(self),
    selectedOptions: self =>
      chosen(self)
        .map(value => findChoice(self, value))
        .flatMap(choice => (choice ? [short(choice)] : [])),
  },
  field: 'values',
  error: firstOf(mandatory('values'), customRule),
  adopt: (_self, values) =>
    'values' in values ? { ...values, values: (asList(values['values']) ?? []).map(valueOf) } : values,
  actions: {
    selectOptions: (self, options) => {
      const more = known(self, options);
      change(self, [...without(chosen(self), more), ...more], 'onSelect', 'values');
    },
    deselectOptions: (self, options) => change(self, without(chosen(self), known(self, options)), 'onSelect', 'values'),
    clear: self => change(self, [], 'onSelect', 'values'),
  },
};
