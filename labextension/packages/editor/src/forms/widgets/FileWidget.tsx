/** A file whose text becomes the value: a key, a certificate, credentials as JSON. */
import { useRef } from 'react';
import { Button } from '../../kit/Button';
import { IconUpload } from '../../kit/glyphs';
import { isMasked } from '../values';
import { textOf, type WidgetProps } from './widget';

export function FileWidget({ id, field, value, onChange, describedBy }: WidgetProps) {
  const input = useRef<HTMLInputElement>(null);
  const text = textOf(value);
  const state = isMasked(value)
    ? 'A file is stored.'
    : text
      ? `${text.length.toLocaleString()} characters`
      : 'No file yet.';
  const choose = async (file: File | undefined): Promise<void> => {
    if (file) onChange(await file.text());
  };
  return (
    <div className="tj-File">
      <input
        ref={input}
        id={id}
        className="tj-File-input"
        type="file"
        tabIndex={-1}
        aria-describedby={describedBy}
        onChange={event => void choose(event.currentTarget.files?.[0])}
      />
      <Button icon={IconUpload} aria-label={`${field.label}: choose a file`} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <span>{state}</span>
    </div>
  );
}
