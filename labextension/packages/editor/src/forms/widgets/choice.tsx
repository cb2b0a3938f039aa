/** Fields with given choices, which may be words, numbers or booleans. */
import { MultiSelect, Select } from '@mantine/core';
import type { Field } from '../fields';
import type { WidgetProps } from './widget';

function listed(field: Field): { value: string; label: string }[] {
  return field.choices.map(({ value, label }) => ({ value: String(value), label }));
}

/** The choice as the manifest wrote it. */
function original(field: Field, text: string): unknown {
  return field.choices.find(({ value }) => String(value) === text)?.value ?? text;
}

export function Choose({ id, field, value, onChange, problem, describedBy }: WidgetProps) {
  return (
    <Select
      id={id}
      data={listed(field)}
      value={value === null || value === undefined ? null : String(value)}
      onChange={text => onChange(text === null ? null : original(field, text))}
      placeholder={field.placeholder || 'Choose'}
      error={Boolean(problem)}
      aria-describedby={describedBy}
      aria-required={field.required || undefined}
      allowDeselect={!field.required}
      searchable={field.choices.length > 8}
      checkIconPosition="right"
    />
  );
}

export function ChooseMany({ id, field, value, onChange, problem, describedBy }: WidgetProps) {
  return (
    <MultiSelect
      id={id}
      data={listed(field)}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={texts => onChange(texts.map(text => original(field, text)))}
      placeholder={field.placeholder}
      error={Boolean(problem)}
      aria-describedby={describedBy}
      searchable
    />
  );
}
