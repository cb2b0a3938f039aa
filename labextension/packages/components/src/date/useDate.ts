/** The date of a field and the text being typed, which may not be a date yet. */
import { useState } from 'react';
import type { Given } from '../define';
import { useField } from '../field/useField';
import { inner } from '../inner';
import { allowed, dayOf, formatOf, limitsOf, textOf, type Day, type DayRules } from './text';

/** The builder's limits, or those that actions set since. */
function rulesOf({ props, exposed }: Given<'DatePickerV2'>): DayRules {
  return {
    minDate: inner(exposed, 'minDate') ?? props.minDate,
    maxDate: inner(exposed, 'maxDate') ?? props.maxDate,
    disabledDates: inner(exposed, 'disabledDates') ?? props.disabledDates,
  };
}

export function useDate(given: Given<'DatePickerV2'>) {
  const { props, exposed, fire, set } = given;
  const format = formatOf(props.dateFormat);
  const limits = limitsOf(rulesOf(given), format);
  const [draft, setDraft] = useState<string | null>(null);
  const field = useField<string | null>(exposed.value ?? null, value => {
    set({ value });
    fire('onSelect');
  });
  const day = dayOf(field.value, format);
  const pick = (next: Day | null) => {
    setDraft(null);
    const value = next && textOf(next, format);
    if (value !== field.value) field.enter(value);
  };
  return {
    day,
    limits,
    text: draft ?? (day ? textOf(day, format) : (field.value ?? '')),
    type: setDraft,
    pick,
    /** What was typed counts if it is a date that may be chosen; else the last date comes back. */
    leave() {
      if (draft !== null) {
        const typed = dayOf(draft, format);
        if (draft.trim() === '') pick(null);
        else if (typed && allowed(typed, limits)) pick(typed);
        else setDraft(null);
      }
      field.settle();
    },
  };
}
