/** The text being typed in a cell: its faults, and the keys that store or drop it. */

import { useRef, useState, type KeyboardEvent } from 'react';
import { editText } from '../parsing';
import type { EditorProps, Move } from './Editor';
import { typedOutcome } from './outcome';

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
  const [text, setText] = useState(() => typed ?? editText(value, column));
  const [complaint, setComplaint] = useState<string>();
  const over = useRef(false);

  function store(move: Move) {
    if (over.current) return;
    const outcome = typedOutcome(text, value, column);
    if (outcome === 'same') return leave(move);
    if ('complaint' in outcome) return setComplaint(outcome.complaint);
    over.current = true;
    commit(outcome.value, move);
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
