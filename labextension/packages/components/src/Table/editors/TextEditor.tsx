/** One line of text or a number, typed in the cell. */

import { useId } from 'react';
import type { EditorProps } from './Editor';
import { Fault } from './Fault';
import { useDraft } from './useDraft';

export function TextEditor(props: EditorProps) {
  const draft = useDraft(props);
  const id = useId();
  return (
    <>
      <input
        className="tj-Table-input"
        autoFocus
        value={draft.text}
        inputMode={props.column.type === 'number' ? 'decimal' : undefined}
        style={{ textAlign: props.column.align }}
        aria-label={props.column.name}
        aria-invalid={draft.fault !== undefined}
        aria-describedby={draft.fault === undefined ? undefined : id}
        onFocus={event => props.typed === undefined && event.currentTarget.select()}
        onChange={event => draft.change(event.currentTarget.value)}
        onKeyDown={draft.keys}
        onBlur={draft.blur}
      />
      <Fault text={draft.fault} id={id} />
    </>
  );
}
