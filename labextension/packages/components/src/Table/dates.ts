/** Dates of a column: from the app's format to a moment, and to what the viewer reads. */

import dayjs, { type Dayjs } from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { once } from '../once';
import { amount, truth, words, type Row } from './guards';

dayjs.extend(customParseFormat);
dayjs.extend(utc);
dayjs.extend(timezone);

/** How a date column reads and shows its values. */
export interface DateFormat {
  display: string;
  parse: string;
  unix: 's' | 'ms' | undefined;
  storedZone: string | undefined;
  shownZone: string | undefined;
  time: boolean;
  date: boolean;
}

const iso = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d:?\d\d))?)?$/;
const zoned = /(Z|[+-]\d\d:?\d\d)$/;

/** The format of a column from its settings. */
export function dateFormat(settings: Row): DateFormat {
  const date = truth(settings.isDateSelectionEnabled, true);
  const time = truth(settings.isTimeChecked, false);
  const hours = truth(settings.isTwentyFourHrFormatEnabled, false) ? 'HH:mm' : 'hh:mm A';
  const day = words(settings.dateFormat);
  const written = words(settings.parseDateFormat) || day || 'YYYY-MM-DD';
  return {
    display: [date ? day : '', time ? hours : ''].filter(Boolean).join(' '),
    parse: written,
    unix: truth(settings.parseInUnixTimestamp, false) ? (settings.unixTimestamp === 'ms' ? 'ms' : 's') : undefined,
    storedZone: words(settings.timeZoneValue) || undefined,
    shownZone: words(settings.timeZoneDisplay) || undefined,
    time,
    date,
  };
}

/** The moment a value means, or undefined when it is no date. */
export function momentOf(value: unknown, format: DateFormat): Dayjs | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const found = value instanceof Date ? dayjs(value) : read(value, format);
  if (!found?.isValid()) return undefined;
  return format.shownZone && format.time ? found.tz(format.shownZone) : found;
}

function read(value: unknown, format: DateFormat): Dayjs | undefined {
  const digits = amount(value);
  if (format.unix && digits !== undefined) return format.unix === 's' ? dayjs.unix(digits) : dayjs(digits);
  if (typeof value === 'number') return dayjs(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  // ISO text means itself, whatever the column says: that is what databases answer.
  if (iso.test(text)) return readIso(text, format);
  const strict = dayjs(text, [format.parse, format.display].filter(Boolean), true);
  return strict.isValid() ? strict : dayjs(text);
}

function readIso(text: string, format: DateFormat): Dayjs {
  const whole = text.replace(' ', 'T');
  // A moment without time or zone is a day of the calendar, not midnight in London.
  if (!whole.includes('T') || !format.storedZone || zoned.test(whole)) return dayjs(whole);
  return dayjs.tz(whole, format.storedZone);
}

const DAY = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const localDay = once(() => new Intl.DateTimeFormat(undefined, DAY));
const localTime = once(() => new Intl.DateTimeFormat(undefined, { ...DAY, hour: '2-digit', minute: '2-digit' }));

/** What the viewer reads: the column's format, or the viewer's own habit where the column has none. */
export function showDate(value: unknown, format: DateFormat): string {
  const moment = momentOf(value, format);
  if (!moment) return words(value);
  if (format.display) return moment.format(withDay(format));
  const time =
    format.time || (typeof value === 'string' && /T\d\d:\d\d/.test(value) && !/T00:00(:00(\.0+)?)?/.test(value));
  return (time ? localTime() : localDay()).format(moment.toDate());
}

function withDay(format: DateFormat): string {
  const onlyTime = /^(HH|hh):mm( A)?$/.test(format.display);
  return onlyTime && format.date ? `YYYY-MM-DD ${format.display}` : format.display;
}

/** The value to store for a picked moment, in the shape the value had before. */
export function storeDate(moment: Dayjs, before: unknown, format: DateFormat): unknown {
  if (format.unix) return format.unix === 's' ? moment.unix() : moment.valueOf();
  if (typeof before === 'number') return moment.valueOf();
  const text = words(before);
  if (iso.test(text))
    return text.length > 10
      ? zoned.test(text)
        ? moment.toISOString()
        : moment.format('YYYY-MM-DDTHH:mm:ss')
      : moment.format('YYYY-MM-DD');
  return moment.format(format.parse);
}
