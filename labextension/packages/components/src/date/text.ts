/** Dates between the words of a format such as `DD/MM/YYYY` and the days of a calendar. */
import dayjs, { type Dayjs } from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat';
import customParseFormat from 'dayjs/plugin/customParseFormat';

dayjs.extend(customParseFormat);
dayjs.extend(advancedFormat);

/** A calendar day as ISO text, `2026-03-01`; the calendar's own currency. */
export type Day = string;

const ISO = 'YYYY-MM-DD';
const iso = /^\d{4}-\d\d-\d\d/;

/** The format, or the usual one where a builder left it empty. */
export function formatOf(format: unknown): string {
  return typeof format === 'string' && format.trim() !== '' ? format : 'DD/MM/YYYY';
}

/** Separators a person may type instead of the format's own. */
function loose(text: string): string {
  return text.trim().replace(/[\s./-]+/g, '/');
}

function read(text: string, format: string): Dayjs | undefined {
  const exact = dayjs(text, format, true);
  if (exact.isValid()) return exact;
  // 1/3/2026 is meant as 01/03/2026, and 1.3.2026 too.
  const short = format.replace(/DD/g, 'D').replace(/(?<!M)MM(?!M)/g, 'M');
  const near = dayjs(loose(text), loose(short), true);
  return near.isValid() ? near : undefined;
}

/** The day a text or time stamp means, in the format or as ISO; undefined when it is none. */
export function dayOf(value: unknown, format: string): Day | undefined {
  if (typeof value === 'number' || value instanceof Date)
    return dayjs(value).isValid() ? dayjs(value).format(ISO) : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const found = read(value, format) ?? (iso.test(value.trim()) ? dayjs(value.trim()) : undefined);
  return found?.isValid() ? found.format(ISO) : undefined;
}

/** A day in the words of the format. */
export function textOf(day: Day, format: string): string {
  return dayjs(day).format(format);
}

export interface DayRules {
  minDate?: unknown;
  maxDate?: unknown;
  disabledDates?: unknown;
}

export interface DayLimits {
  min?: Day;
  max?: Day;
  refused: ReadonlySet<Day>;
}

/** A builder's limits as days. */
export function limitsOf({ minDate, maxDate, disabledDates }: DayRules, format: string): DayLimits {
  const refused = (Array.isArray(disabledDates) ? disabledDates : []).flatMap(date => dayOf(date, format) ?? []);
  return { min: dayOf(minDate, format), max: dayOf(maxDate, format), refused: new Set(refused) };
}

export function allowed(day: Day, { min, max, refused }: DayLimits): boolean {
  return (!min || day >= min) && (!max || day <= max) && !refused.has(day);
}
