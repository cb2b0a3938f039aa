/** DatePickerV2: a date, written in the builder's format. */
import type { Moment } from 'moment';
import { asList } from '../coerce';
import type { Instance } from '../instance';
import { momentLibrary } from '../libraries';
import { asText } from '../template';
import type { Behaviour } from './behaviour';
import { change } from './textField';
import { customRule, firstOf, mandatory, whenFilled, type Rule } from './validation';

function formatOf(self: Instance): string {
  return asText(self.prop('dateFormat')) || 'DD/MM/YYYY';
}

/** A date as somebody wrote it: in the format given, in the field's, or as ISO. */
function readDate(self: Instance, value: unknown, format?: unknown): Moment | null {
  if (value === undefined || value === null || value === '') return null;
  const moment = momentLibrary();
  if (typeof value === 'number' || value instanceof Date || moment.isMoment(value)) return validDate(moment(value));
  const formats = [asText(format), formatOf(self)].filter(text => text !== '');
  const strict = moment(asText(value), formats, true);
  return validDate(strict) ?? validDate(moment(asText(value), moment.ISO_8601, true));
}

function validDate(date: Moment): Moment | null {
  return date.isValid() ? date : null;
}

function written(self: Instance, value: unknown, format?: unknown): string | null {
  return readDate(self, value, format)?.format(formatOf(self)) ?? null;
}

const withinLimits: Rule = self => {
  const date = readDate(self, self.get('value'));
  const first = readDate(self, self.get('minDate'));
  const last = readDate(self, self.get('maxDate'));
  if (!date) return '';
  if (first && date.isBefore(first, 'day')) return `The first date is ${first.format(formatOf(self))}`;
  if (last && date.isAfter(last, 'day')) return `The last date is ${last.format(formatOf(self))}`;
  const isClosed = (asList(self.get('disabledDates')) ?? []).some(item => readDate(self, item)?.isSame(date, 'day'));
  return isClosed ? 'This date cannot be chosen' : '';
};

export const DatePickerV2: Behaviour = {
  state: {
    value: self => written(self, self.prop('defaultValue')),
    minDate: self => written(self, self.prop('minDate')),
    maxDate: self => written(self, self.prop('maxDate')),
    disabledDates: self => asList(self.prop('disabledDates')) ?? [],
  },
  derived: {
    selectedDate: self => self.get('value'),
    displayValue: self => asText(self.get('value')),
    unixTimestamp: self => readDate(self, self.get('value'))?.startOf('day').valueOf() ?? null,
  },
  field: 'value',
  error: firstOf(mandatory(), whenFilled(withinLimits), customRule),
  adopt: (self, values) => {
    const { selectedDate, ...others } = values;
    const value = 'value' in values ? values['value'] : selectedDate;
    return value === undefined ? others : { ...others, value: written(self, value) };
  },
  actions: {
    setValue: (self, value, format) => change(self, written(self, value, format), 'onSelect'),
    setDate: (self, value, format) => change(self, written(self, value, format), 'onSelect'),
    setValueInTimestamp: (self, value) => change(self, written(self, Number(value)), 'onSelect'),
    clearValue: self => change(self, null, 'onSelect'),
    setDisabledDates: (self, dates) => self.put('disabledDates', asList(dates) ?? []),
    clearDisabledDates: self => self.put('disabledDates', []),
    setMinDate: (self, date) => self.put('minDate', written(self, date)),
    setMaxDate: (self, date) => self.put('maxDate', written(self, date)),
  },
};
