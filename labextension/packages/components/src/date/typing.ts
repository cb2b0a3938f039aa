/** A date field while one types: what is shown, and what leaving the field makes of it. */
import { inner } from '../inner';
import { allowed, dayOf, formatOf, limitsOf, textOf, type Day, type DayLimits } from './text';

/** What of a date field decides about its dates. */
export interface DateSettings {
  props: { dateFormat: string; minDate?: unknown; maxDate?: unknown; disabledDates?: unknown };
  exposed: { value?: unknown };
}

/** How the field writes dates, and which may be chosen: the builder's limits, or those that actions set since. */
export function datesOf({ props, exposed }: DateSettings): { format: string; limits: DayLimits } {
  const format = formatOf(props.dateFormat);
  const rules = {
    minDate: inner(exposed, 'minDate') ?? props.minDate,
    maxDate: inner(exposed, 'maxDate') ?? props.maxDate,
    disabledDates: inner(exposed, 'disabledDates') ?? props.disabledDates,
  };
  return { format, limits: limitsOf(rules, format) };
}

/** What the field shows. */
export function shownDate(draft: string | null, value: string | null, format: string): string {
  const day = dayOf(value, format);
  return draft ?? (day ? textOf(day, format) : (value ?? ''));
}

/** The value of a picked day. */
export function pickedDate(day: Day | null, format: string): string | null {
  return day && textOf(day, format);
}

/** The day a typed text means when one leaves the field: null empties it, undefined brings the last date back. */
export function leftDate(draft: string, format: string, limits: DayLimits): Day | null | undefined {
  if (draft.trim() === '') return null;
  const typed = dayOf(draft, format);
  return typed && allowed(typed, limits) ? typed : undefined;
}
