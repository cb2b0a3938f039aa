/** The editor of a cell by the column's kind, and what all editors share. */

import type { Column } from '../columns';
import { ChoiceEditor } from './ChoiceEditor';
import { DateEditor } from './DateEditor';
import { LongTextEditor } from './LongTextEditor';
import { editorKind } from './outcome';
import { TextEditor } from './TextEditor';

/** Where the focus goes after an edit. */
export type Move = 'stay' | 'down' | 'next' | 'previous';

export interface EditorProps {
  column: Column;
  value: unknown;
  /** The text typed on the cell to start the edit; it replaces the value. */
  typed?: string;
  commit(value: unknown, move: Move): void;
  cancel(): void;
}

export function Editor(props: EditorProps) {
  switch (editorKind(props.column)) {
    case 'choice':
      return <ChoiceEditor {...props} />;
    case 'date':
      return <DateEditor {...props} />;
    case 'lines':
      return <LongTextEditor {...props} />;
    case 'line':
      return <TextEditor {...props} />;
  }
}
