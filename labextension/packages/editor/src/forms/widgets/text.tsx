/** Fields that are typed into, and the switch. A stored secret shows its mask until another one is typed. */
import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isMasked } from '../values';
import { textOf, worded, type WidgetProps } from './widget';

export function PlainText(props: WidgetProps) {
  return (
    <TextInput
      {...worded(props)}
      value={textOf(props.value)}
      onChange={event => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Numbers stay text while they are typed, so that `{{constants.port}}` may stand here too. */
export function NumberWidget(props: WidgetProps) {
  const typed = (text: string): unknown => (text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text);
  return (
    <TextInput
      {...worded(props)}
      className="tj-Numbers"
      inputMode="numeric"
      value={textOf(props.value)}
      onChange={event => props.onChange(typed(event.currentTarget.value))}
    />
  );
}

export function LongText(props: WidgetProps) {
  const secret = useSecret(props);
  return (
    <Textarea
      {...worded(props)}
      {...secret}
      autosize
      minRows={3}
      maxRows={12}
      spellCheck={false}
      value={textOf(props.value)}
      onChange={event => props.onChange(event.currentTarget.value)}
    />
  );
}

export function Password(props: WidgetProps) {
  const secret = useSecret(props);
  return (
    <TextInput
      {...worded(props)}
      {...secret}
      type="password"
      autoComplete="new-password"
      value={textOf(props.value)}
      onChange={event => props.onChange(event.currentTarget.value)}
    />
  );
}

/** Empties a masked field when somebody starts to type, and puts the mask back when nothing was typed. */
function useSecret({ value, onChange }: WidgetProps) {
  const [mask, setMask] = useState<unknown>();
  return {
    onFocus: () => {
      if (!isMasked(value)) return;
      setMask(value);
      onChange('');
    },
    onBlur: () => {
      if (mask !== undefined && textOf(value) === '') onChange(mask);
      setMask(undefined);
    },
  };
}

export function Toggle({ id, value, onChange, describedBy }: WidgetProps) {
  return (
    <Switch
      id={id}
      aria-describedby={describedBy}
      checked={value === true || value === 'true'}
      onChange={event => onChange(event.currentTarget.checked)}
      withThumbIndicator={false}
    />
  );
}
