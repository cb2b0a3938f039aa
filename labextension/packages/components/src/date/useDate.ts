/** The date of a field and the text being typed, which may not be a date yet. */
import { useState } from 'react';
import type { Given } from '../define';
import { chose } from '../field/said';
import { useField } from '../field/useField';
import { dayOf, type Day } from './text';
import { datesOf, leftDate, pickedDate, shownDate } from './typing';

export function useDate(given: Given<'DatePickerV2'>) {
  const { exposed, fire, set } = given;
  const { format, limits } = datesOf(given);
  const [draft, setDraft] = useState<string | null>(null);
  const field = useField<string | null>(exposed.value ?? null, value => chose({ set, fire }, value));
  const pick = (next: Day | null) => {
    setDraft(null);
    const value = pickedDate(next, format);
    if (value !== field.value) field.enter(value);
  };
  return {
    day: dayOf(field.value, format),
    limits,
    text: shownDate(draft, field.value, format),
    type: setDraft,
    pick,
    /** What was typed counts if it is a date that may be chosen; else the last date comes back. */
    leave() {
      const typed = draft === null ? undefined : leftDate(draft, format, limits);
      if (typed !== undefined) pick(typed);
      else setDraft(null);
      field.settle();
    },
  };
}
