/** A field for a date, typed or picked from a calendar. */
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Given } from './define';
import { allowed, dayOf, formatOf, limitsOf, textOf, type Day, type DayLimits } from './date/text';
import { Field, type ControlProps } from './field/Field';
import { useField } from './field/useField';
import { IconCalendar } from './glyphs';
import './DatePickerV2.css';

/** The date and the text being typed, which may not be a date yet. */
function useDate({ props, exposed, fire, set }: Given<'DatePickerV2'>) {
  const format = formatOf(props.dateFormat);
  const limits = limitsOf(props, format);
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
    judged: field.judged,
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
  onPick(day: Day): void;
}

function Calendar({ day, limits, onPick }: CalendarProps) {
  return (
    <DatePicker
      className="tj-Calendar"
      value={day ?? null}
      defaultDate={day ?? limits.min}
      minDate={limits.min}
      maxDate={limits.max}
      excludeDate={date => limits.refused.has(date)}
      highlightToday
      size="sm"
      ariaLabels={{ nextMonth: 'Next month', previousMonth: 'Previous month' }}
      onChange={picked => picked && onPick(picked)}
    />
  );
}

/** Focus that counts as one visit, from the text to the calendar and back. */
function useVisit(enter: () => void, leave: () => void) {
  const ground = useRef<HTMLDivElement>(null);
  const visiting = useRef(false);
  return {
    ground,
    onFocus() {
      if (!visiting.current) enter();
      visiting.current = true;
    },
    onBlur(event: FocusEvent) {
      const next = event.relatedTarget;
      if (next instanceof Node && (event.currentTarget.contains(next) || ground.current?.contains(next))) return;
      visiting.current = false;
      leave();
    },
  };
}

export function DatePickerV2(given: Given<'DatePickerV2'>) {
  const { name, props, error, fire } = given;
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const date = useDate(given);
  const visit = useVisit(
    () => fire('onFocus'),
    () => {
      date.leave();
      setOpen(false);
      fire('onBlur');
    }
  );
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') date.leave();
    if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key !== 'Tab' && event.key !== 'Shift') setOpen(false);
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
      onChange={event => date.type(event.target.value)}
      onClick={() => setOpen(true)}
      onKeyDown={press}
    />
  );
  return (
    <div className="tj-Date" onFocus={visit.onFocus} onBlur={visit.onBlur}>
      <Popover id={id} opened={open} onChange={setOpen} position="bottom-start" withRoles={false}>
        <Popover.Target refProp="anchor">
          <Field
            instance={given.id}
            name={name}
            look={props}
            required={props.mandatory}
            error={date.judged ? error : undefined}
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
