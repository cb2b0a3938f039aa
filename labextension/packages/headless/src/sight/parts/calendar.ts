/** The month that drops from a date field: its days as buttons, week by week from Monday. */
import { allowed, dayOf, type Day, type DayLimits } from '@tooljet/components/pure/date/text';
import dayjs, { type Dayjs } from 'dayjs';
import { named, seen, when, type Part } from '../seen';

export interface CalendarOf {
  date: string | null;
  format: string;
  limits: DayLimits;
  /** The month one went to, `2026-03`. */
  month: string | undefined;
  now: number;
}

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** The first day of the month that is shown. */
export function monthShown({ date, format, limits, month, now }: CalendarOf): Dayjs {
  const day = month ?? dayOf(date, format) ?? limits.min;
  return dayjs(day ?? now).startOf('month');
}

/** Where the arrows lead; undefined where the limits end. */
export function monthBeside(first: Dayjs, by: 1 | -1, { min, max }: DayLimits): string | undefined {
  const next = first.add(by, 'month');
  if (by < 0 && min && next.endOf('month').isBefore(dayjs(min), 'day')) return undefined;
  return by > 0 && max && next.isAfter(dayjs(max), 'day') ? undefined : next.format('YYYY-MM');
}

export function calendar(of: CalendarOf): Part[] {
  const first = monthShown(of);
  return [
    seen('button', { name: 'Previous month', states: { disabled: when(!monthBeside(first, -1, of.limits)) } }),
    named('button', [first.format('MMMM YYYY')]),
    seen('button', { name: 'Next month', states: { disabled: when(!monthBeside(first, 1, of.limits)) } }),
    seen('table', {}, [
      seen(
        'row',
        {},
        WEEKDAYS.map(day => named('columnheader', [day]))
      ),
      ...weeksOf(first).map(week =>
        seen(
          'row',
          {},
          week.map(day => cell(day, of.limits))
        )
      ),
    ]),
  ];
}

function weeksOf(first: Dayjs): Dayjs[][] {
  const start = first.subtract((first.day() + 6) % 7, 'day');
  const weeks = Math.ceil((((first.day() + 6) % 7) + first.daysInMonth()) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => start.add(week * 7 + day, 'day'))
  );
}

function cell(day: Dayjs, limits: DayLimits): Part {
  const iso: Day = day.format('YYYY-MM-DD');
  const states = { disabled: when(!allowed(iso, limits)) };
  return seen('cell', {}, [seen('button', { name: day.format('D MMMM YYYY'), states }, [day.format('D')])]);
}
