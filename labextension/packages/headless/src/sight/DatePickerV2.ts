/** A field for a date, and its calendar while that is open. */
import { datesOf, shownDate } from '@tooljet/components/pure/date/typing';
import { nameOf } from '@tooljet/components/pure/field/names';
import { shownValue } from '../gestures/entry';
import type { Sight } from './eye';
import { calendar } from './parts/calendar';
import { control, framed } from './parts/field';
import { seen } from './seen';

export const DatePickerV2: Sight<'DatePickerV2'> = ({ given, local, now, float }) => {
  const { name, props, exposed } = given;
  const { format, limits } = datesOf(given);
  const date = shownValue(local, exposed.value ?? null);
  const value = shownDate(local.draft ?? null, date, format);
  const dialog = { name: `Calendar for ${props.label || name}` };
  if (local.open) float([seen('dialog', dialog, calendar({ date, format, limits, month: local.month, now }))]);
  const field = control('combobox', given, { value, states: { expanded: local.open === true } });
  return framed({ ...given, name: nameOf('', name) }, field, props.showClearBtn && value !== '');
};
