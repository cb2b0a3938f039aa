/** What a cell shows when it is not being edited, by the column's kind. */

import type { ReactNode } from 'react';
import type { Column } from '../columns';
import { show } from '../formats';
import { BooleanCell } from './BooleanCell';
import { ButtonsCell } from './ButtonsCell';
import { HtmlCell, MarkdownCell } from './RichCell';
import { ImageCell } from './ImageCell';
import { LinkCell } from './LinkCell';
import { RatingCell } from './RatingCell';
import { TagsCell } from './TagsCell';

/** What the interactive kinds may do. */
export interface CellActions {
  /** Store another value, as an edit does. */
  store(value: unknown): void;
  open(url: string, newTab: boolean): void;
  press(button: string): void;
}

export interface CellProps {
  value: unknown;
  column: Column;
  editable: boolean;
  actions: CellActions;
}

/** The content of one cell. Plain kinds answer with text: a table draws thousands of them. */
export function cellContent(props: CellProps): ReactNode {
  const { value, column } = props;
  if (column.type === 'button') return <ButtonsCell {...props} />;
  if (column.type === 'boolean') return <BooleanCell {...props} />;
  if (column.type === 'rating') return <RatingCell {...props} />;
  if (value === null || value === undefined || value === '') return null;
  switch (column.type) {
    case 'select':
    case 'newMultiSelect':
    case 'tagsV2':
      return <TagsCell {...props} />;
    case 'image':
      return <ImageCell {...props} />;
    case 'link':
      return <LinkCell {...props} />;
    case 'markdown':
      return <MarkdownCell {...props} />;
    case 'html':
      return <HtmlCell {...props} />;
    default:
      return show(value, column);
  }
}
