/** The text being typed in a cell: its faults, and the keys that store or drop it. */

import { useRef, useState, type KeyboardEvent } from 'react';
import { editText, parse } from '../parsing';
import { fault } from '../validation';
import type { EditorProps, Move } from './Editor';

export interface Draft {
  text: string;
  fault: string | undefined;
  change(text: string): void;
  /** Keys every text editor understands. */
  keys(event: KeyboardEvent<HTMLElement>): void;
  blur(): void;
}

/** `lines`: Enter makes a new line and Ctrl+Enter stores. */
export function useDraft({ column, value, typed, commit, cancel }: EditorProps, lines = false): Draft {
  const before = editText(value, column);
  const [text, setText] = useState(typed ?? before);
  const [complaint, setComplaint] = useState<string>();
  const over = useRef(false);

  function store(move: Move) {
    if (over.current) return;
    if (text === before) return leave(move);
    const parsed = parse(text, column, value);
    const found = 'fault' in parsed ? parsed.fault : fault(parsed.value, column);
    if (found !== undefined || 'fault' in parsed) return setComplaint(found);
    over.current = true;
    commit(parsed.value, move);
  }

  function leave(move: Move) {
    over.current = true;
    if (move === 'stay') cancel();
    else commit(value, move);
  }

  function keys(event: KeyboardEvent<HTMLElement>) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const move = moveOf(event, lines);
    if (event.key === 'Escape') leave('stay');
    else if (move) store(move);
    else return;
    event.preventDefault();
  }

  const change = (next: string) => {
    setText(next);
    setComplaint(undefined);
  };
  return { text, fault: complaint, change, keys, blur: () => store('stay') };
}

function moveOf(event: KeyboardEvent, lines: boolean): Move | undefined {
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  if (event.key !== 'Enter' || (lines && !event.ctrlKey && !event.metaKey)) return undefined;
  return 'down';
}
