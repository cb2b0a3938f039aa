/** A field for a date, typed or picked from a calendar. */
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Given } from './define';
import { allowed, dayOf, formatOf, limitsOf, textOf, type Day, type DayLimits, type DayRules } from './date/text';
import { Field, type ControlProps } from './field/Field';
import { useField } from './field/useField';
import { useVisit } from './field/useVisit';
import { IconCalendar } from './glyphs';
import { inner } from './inner';
import './DatePickerV2.css';

/** The builder's limits, or those that actions set since. */
function rulesOf({ props, exposed }: Given<'DatePickerV2'>): DayRules {
  return {
    minDate: inner(exposed, 'minDate') ?? props.minDate,
    maxDate: inner(exposed, 'maxDate') ?? props.maxDate,
    disabledDates: inner(exposed, 'disabledDates') ?? props.disabledDates,
  };
}

/** The date and the text being typed, which may not be a date yet. */
function useDate(given: Given<'DatePickerV2'>) {
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

interface CalendarProps {
  day: Day | undefined;
  limits: DayLimits;
  /** Days are large enough for a finger. */
  large: boolean;
  onPick(day: Day): void;
}

function Calendar({ day, limits, large, onPick }: CalendarProps) {
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

/** Puts the focus on the chosen day, today, or the first that can be chosen. */
function focusDay(calendar: HTMLElement | null): void {
  const days = ['[data-selected]', '[data-today]', ':not([data-outside])'].map(
    which => `.mantine-DatePicker-day${which}:enabled`
  );
  const day = days.map(which => calendar?.querySelector<HTMLElement>(which)).find(Boolean);
  day?.focus();
}

export function DatePickerV2(given: Given<'DatePickerV2'>) {
  const { name, props, error, fire } = given;
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const date = useDate(given);
  const visit = useVisit(open, {
    enter: () => fire('onFocus'),
    leave() {
      date.leave();
      setOpen(false);
      fire('onBlur');
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') date.leave();
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      setOpen(true);
      // The calendar is drawn before the next frame, and then takes the focus.
      requestAnimationFrame(() => focusDay(visit.ground.current));
    } else if (event.key !== 'Tab' && event.key !== 'Shift') setOpen(false);
  };
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    input.current?.focus();
  };
  const control = (wiring: ControlProps) => (
    <input
      {...wiring}
      ref={input}
      className="tj-Numbers"
      type="text"
      role="combobox"
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-controls={open ? `${id}-dropdown` : undefined}
      value={date.text}
      placeholder={props.placeholder}
      autoComplete="off"
      // Escape closes the calendar, not the dialog around it.
      data-mantine-stop-propagation={open || undefined}
      onChange={event => date.type(event.target.value)}
      onClick={() => setOpen(true)}
      onKeyDown={press}
    />
  );
  return (
    <div className="tj-Date" {...visit.handlers} onKeyDown={close}>
      <Popover id={id} opened={open} onChange={setOpen} position="bottom-start" withRoles={false}>
        <Popover.Target refProp="anchor">
          <Field
            instance={given.id}
            name={name}
            look={props}
            required={props.mandatory}
            error={error}
            disabled={props.disabledState}
            loading={props.loadingState}
            open={open}
            onClear={props.showClearBtn && date.text !== '' ? () => date.pick(null) : undefined}
            after={
              !props.iconVisibility && <IconCalendar className="tj-Date-icon" size={16} stroke={1.75} aria-hidden />
            }
          >
            {control}
          </Field>
        </Popover.Target>
        <Popover.Dropdown
          ref={visit.ground}
          id={`${id}-dropdown`}
          role="dialog"
          aria-label={`Calendar for ${props.label || name}`}
        >
          <Calendar
            day={date.day}
            limits={date.limits}
            large={given.media === 'mobile'}
            onPick={day => {
              date.pick(day);
              setOpen(false);
              input.current?.focus();
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
