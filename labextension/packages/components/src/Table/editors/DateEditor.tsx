/** A date, with the time where the column has one. The browser's own picker reads the viewer's locale. */

import { useId, useState, type KeyboardEvent } from 'react';
import { formatOfDates } from '../formats';
import type { EditorProps, Move } from './Editor';
import { Fault } from './Fault';
import { dateOutcome, dateText } from './outcome';

export function DateEditor({ column, value, commit, cancel }: EditorProps) {
  const format = formatOfDates(column);
  const [text, setText] = useState(() => dateText(value, column));
  const [complaint, setComplaint] = useState<string>();
  const id = useId();

  function store(move: Move) {
    const outcome = dateOutcome(text, value, column);
    if (outcome === 'same') return move === 'stay' ? cancel() : commit(value, move);
    if ('complaint' in outcome) return setComplaint(outcome.complaint);
    commit(outcome.value, move);
  }

  function keys(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter') store('down');
    else if (event.key === 'Tab') store(event.shiftKey ? 'previous' : 'next');
    else return;
    event.preventDefault();
  }

  return (
    <>
      <input
        className="tj-Table-input"
        type={format.time ? 'datetime-local' : 'date'}
        autoFocus
        value={text}
        aria-label={column.name}
        aria-invalid={complaint !== undefined}
        aria-describedby={complaint === undefined ? undefined : id}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={keys}
        onBlur={() => store('stay')}
      />
      <Fault text={complaint} id={id} />
    </>
  );
}
