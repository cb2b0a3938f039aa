/** A date, with the time where the column has one. The browser's own picker reads the viewer's locale. */

import dayjs from 'dayjs';
import { useId, useState, type KeyboardEvent } from 'react';
import { momentOf, storeDate } from '../dates';
import { formatOfDates } from '../formats';
import { fault } from '../validation';
import type { EditorProps, Move } from './Editor';
import { Fault } from './Fault';

export function DateEditor({ column, value, commit, cancel }: EditorProps) {
  const format = formatOfDates(column);
  const shape = format.time ? 'YYYY-MM-DDTHH:mm' : 'YYYY-MM-DD';
  const before = momentOf(value, format)?.format(shape) ?? '';
  const [text, setText] = useState(before);
  const [complaint, setComplaint] = useState<string>();
  const id = useId();

  function store(move: Move) {
    if (text === before) return move === 'stay' ? cancel() : commit(value, move);
    const moment = format.shownZone && format.time ? dayjs.tz(text, format.shownZone) : dayjs(text);
    const next = text === '' ? null : storeDate(moment, value, format);
    const found = fault(next, column);
    if (found !== undefined) return setComplaint(found);
    commit(next, move);
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
