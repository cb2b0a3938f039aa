/** A field for a date, typed or picked from a calendar. */
import { Popover } from '@mantine/core';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Given } from './define';
import { Calendar } from './date/Calendar';
import { useDate } from './date/useDate';
import { Field, type ControlProps } from './field/Field';
import { leave } from './field/touch';
import { useVisit } from './field/useVisit';
import { IconCalendar } from './glyphs';

export function DatePickerV2(given: Given<'DatePickerV2'>) {
  const { name, props, error, fire } = given;
  const [open, show] = useState(false);
  // The arrow key moves the focus into the calendar, where it stays until a day is picked or Escape is pressed.
  const [inside, setInside] = useState(false);
  const setOpen = (shown: boolean) => {
    show(shown);
    if (!shown) setInside(false);
  };
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const date = useDate(given);
  const visit = useVisit(open, {
    enter: () => fire('onFocus'),
    leave() {
      date.leave();
      setOpen(false);
      fire('onBlur');
      leave(given);
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') date.leave();
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      setOpen(true);
      setInside(true);
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
      <Popover id={id} opened={open} onChange={setOpen} position="bottom-start" withRoles={false} trapFocus={inside}>
        <Popover.Target refProp="anchor">
          <Field
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
