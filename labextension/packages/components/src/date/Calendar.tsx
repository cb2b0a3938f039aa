/** The month that drops from a date field. */
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import type { Day, DayLimits } from './text';
import './calendar.css';

interface CalendarProps {
  day: Day | undefined;
  limits: DayLimits;
  /** Days are large enough for a finger. */
  large: boolean;
  onPick(day: Day): void;
}

export function Calendar({ day, limits, large, onPick }: CalendarProps) {
  return (
    <DatePicker
      className="tj-Calendar"
      value={day ?? null}
      defaultDate={day ?? limits.min}
      minDate={limits.min}
      maxDate={limits.max}
      excludeDate={date => limits.refused.has(date)}
      highlightToday
      __stopPropagation
      size={large ? 'md' : 'sm'}
      ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
      onChange={picked => picked && onPick(picked)}
    />
  );
}
