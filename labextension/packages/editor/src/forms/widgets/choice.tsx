/** Fields with given choices, which may be words, numbers or booleans. */
import { MultiSelect, Select } from '@mantine/core';
import type { Field } from '../fields';
import { worded, type WidgetProps } from './widget';

function listed(field: Field): { value: string; label: string }[] {
  return field.choices.map(({ value, label }) => ({ value: String(value), label }));
}

/** The choice as the manifest wrote it. */
function original(field: Field, text: string): unknown {
  return field.choices.find(({ value }) => String(value) === text)?.value ?? text;
}

export function Choose(props: WidgetProps) {
  const { field, value, onChange } = props;
  return (
    <Select
      {...worded(props)}
      data={listed(field)}
      value={value === null || value === undefined ? null : String(value)}
      onChange={text => onChange(text === null ? null : original(field, text))}
      placeholder={field.placeholder || 'Choose'}
      allowDeselect={!field.required}
      searchable={field.choices.length > 8}
      checkIconPosition="right"
    />
  );
}

export function ChooseMany(props: WidgetProps) {
  const { field, value, onChange } = props;
  return (
    <MultiSelect
      {...worded(props)}
      data={listed(field)}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={texts => onChange(texts.map(text => original(field, text)))}
      searchable
    />
  );
}
