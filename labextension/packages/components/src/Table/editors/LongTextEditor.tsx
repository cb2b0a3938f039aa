/** Several lines (text, JSON, Markdown, HTML) in a field that opens over the cell; Ctrl+Enter stores. */

import { useId } from 'react';
import type { EditorProps } from './Editor';
import { Fault } from './Fault';
import { useDraft } from './useDraft';

export function LongTextEditor(props: EditorProps) {
  const draft = useDraft(props, true);
  const id = useId();
  const code = props.column.type !== 'text';
  return (
    <div className="tj-Table-sheet">
      <textarea
        className={code ? 'tj-Table-area tj-mod-code' : 'tj-Table-area'}
        autoFocus
        rows={Math.min(12, Math.max(3, draft.text.split('\n').length))}
        value={draft.text}
        spellCheck={!code}
        aria-label={props.column.name}
        aria-invalid={draft.fault !== undefined}
        aria-describedby={draft.fault === undefined ? undefined : id}
        onChange={event => draft.change(event.currentTarget.value)}
        onKeyDown={draft.keys}
        onBlur={draft.blur}
      />
      <Fault text={draft.fault} id={id} />
      <span className="tj-Table-hint">Ctrl+Enter stores, Escape leaves</span>
    </div>
  );
}
