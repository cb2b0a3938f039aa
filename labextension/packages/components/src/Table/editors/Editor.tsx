/** The editor of a cell by the column's kind, and what all editors share. */

import type { Column } from '../columns';
import { ChoiceEditor } from './ChoiceEditor';
import { DateEditor } from './DateEditor';
import { LongTextEditor } from './LongTextEditor';
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

/** Kinds that are changed where they stand, without an editor. */
export function editsInPlace(column: Column): boolean {
  return column.type === 'boolean' || column.type === 'rating';
}

export function Editor(props: EditorProps) {
  switch (props.column.type) {
    case 'select':
    case 'newMultiSelect':
    case 'tagsV2':
      return <ChoiceEditor {...props} />;
    case 'datepicker':
      return <DateEditor {...props} />;
    case 'text':
    case 'json':
    case 'markdown':
    case 'html':
      return <LongTextEditor {...props} />;
    default:
      return <TextEditor {...props} />;
  }
}
