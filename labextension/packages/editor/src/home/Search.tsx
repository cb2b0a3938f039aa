/** A field that narrows a list. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '../kit/glyphs';

interface SearchProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
}

export function Search({ label, value, onChange, autoFocus }: SearchProps) {
  return (
    <TextInput
      className="tj-Search"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      value={value}
      data-autofocus={autoFocus || undefined}
      autoFocus={autoFocus}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}

/** Whether one of the texts holds every word that was typed. */
export function matches(typed: string, ...texts: string[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}
