/** A field for a number, with arrows to step it. */
import { useState, type KeyboardEvent } from 'react';
import type { Given } from './define';
import { Field, type ControlProps } from './field/Field';
import { changed } from './field/said';
import { leave } from './field/touch';
import { useField } from './field/useField';
import { IconChevronDown, IconChevronUp } from './glyphs';
import { stepped } from './number/text';
import { leftNumber, limit, placesOf, shownNumber, typedNumber } from './number/typing';
import './NumberInput.css';

/** The number and the text being typed, which may not be a number yet. */
function useNumber({ props, exposed, fire, set }: Given<'NumberInput'>) {
  const places = placesOf(props.decimalPlaces);
  const [draft, setDraft] = useState<string | null>(null);
  const field = useField<number | null>(limit(exposed.value), value => changed({ set, fire }, value));
  return {
    value: field.value,
    text: shownNumber(draft, field.value, places),
    type(text: string) {
      setDraft(text);
      const number = typedNumber(text, field.value);
      if (number !== undefined) field.enter(number);
    },
    enter(number: number | null) {
      setDraft(null);
      if (number !== field.value) field.enter(number);
    },
    leave() {
      setDraft(null);
      const number = leftNumber(field.value, places);
      if (number !== undefined) field.enter(number);
      field.settle();
    },
  };
}

function Steppers({ step, disabled }: { step: (by: 1 | -1) => void; disabled: boolean }) {
  return (
    // They are not told to a screen reader, so the focus must not come into them: it stays in the field.
    <span className="tj-NumberInput-steps" aria-hidden onMouseDown={event => event.preventDefault()}>
      <button type="button" tabIndex={-1} disabled={disabled} onClick={() => step(1)}>
        <IconChevronUp size={12} stroke={2} />
      </button>
      <button type="button" tabIndex={-1} disabled={disabled} onClick={() => step(-1)}>
        <IconChevronDown size={12} stroke={2} />
      </button>
    </span>
  );
}

export function NumberInput(given: Given<'NumberInput'>) {
  const { name, props, error, fire } = given;
  const number = useNumber(given);
  const [min, max] = [limit(props.minValue), limit(props.maxValue)];
  const still = props.disabledState || props.loadingState;
  const step = (by: 1 | -1) => number.enter(stepped(number.value, by, min, max));
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) fire('onEnterPressed');
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? 1 : -1);
  };
  const input = (control: ControlProps) => (
    <input
      {...control}
      className="tj-Numbers"
      type="text"
      inputMode="decimal"
      role="spinbutton"
      aria-valuenow={number.value ?? undefined}
      aria-valuemin={min ?? undefined}
      aria-valuemax={max ?? undefined}
      value={number.text}
      placeholder={props.placeholder}
      autoComplete="off"
      onChange={event => number.type(event.target.value)}
      onKeyDown={press}
      onFocus={() => fire('onFocus')}
      onBlur={() => {
        number.leave();
        fire('onBlur');
        leave(given);
      }}
    />
  );
  return (
    <Field
      name={name}
      look={props}
      required={props.mandatory}
      error={error}
      disabled={props.disabledState}
      loading={props.loadingState}
      onClear={props.showClearBtn && number.value !== null ? () => number.enter(null) : undefined}
      after={!props.disableStepControls && <Steppers step={step} disabled={still} />}
    >
      {input}
    </Field>
  );
}
