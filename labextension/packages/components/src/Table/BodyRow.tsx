/** One row of a table. Drawn again only when something of this row changed: scrolling redraws none. */

import { memo, type CSSProperties } from 'react';
import { cellContent, type CellActions } from './cells/Cell';
import { isChanged } from './changes';
import type { Column } from './columns';
import { Editor, type Move } from './editors/Editor';
import { cellColumn, isEditable, shownValue } from './cellColumn';
import { words, type Row } from './guards';
import { cellValue, type CellExtras, type SheetActions } from './sheet';
import { fault } from './validation';
import { widthVariable, type ColumnWindow } from './widths';

export interface BodyRowProps {
  grid: string;
  position: number;
  index: number;
  top: number;
  row: Row | undefined;
  change: Row | undefined;
  columns: readonly Column[];
  window: ColumnWindow;
  selected: boolean;
  selectable: boolean;
  selector: 'none' | 'checkbox' | 'radio';
  /** The column that holds the focus, -1 when another row has it. */
  focus: number;
  editing: boolean;
  typed: string | undefined;
  extras: (column: Column, index: number) => CellExtras | undefined;
  actions: SheetActions;
  finish: (move: Move) => void;
  measure: ((element: HTMLElement | null) => void) | undefined;
}

export const BodyRow = memo(function BodyRow(props: BodyRowProps) {
  const { position, columns, window, selected, selectable } = props;
  const shown = columns.slice(window.first, window.last + 1);
  return (
    <div
      role="row"
      ref={props.measure}
      data-index={position}
      aria-rowindex={position + 2}
      aria-selected={selectable ? selected : undefined}
      className={rowClass(props)}
      data-odd={position % 2 === 1 || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {props.selector !== 'none' && <SelectorCell {...props} />}
      {window.before > 0 && <span style={{ flex: `0 0 ${window.before}px` }} />}
      {shown.map((column, offset) => (
        <BodyCell key={column.id} {...props} column={column} place={window.first + offset} />
      ))}
      {window.after > 0 && <span style={{ flex: `0 0 ${window.after}px` }} />}
    </div>
  );
});

function rowClass({ selected, editing }: BodyRowProps): string {
  return `tj-Table-row${selected ? ' tj-mod-selected' : ''}${editing ? ' tj-mod-editing' : ''}`;
}

function SelectorCell({ position, selected, selector, actions }: BodyRowProps) {
  return (
    <span role="gridcell" aria-colindex={1} className="tj-Table-selector">
      <input
        type={selector}
        tabIndex={-1}
        checked={selected}
        aria-label={`Select row ${position + 1}`}
        onChange={() => actions.select(position)}
        onClick={event => event.stopPropagation()}
      />
    </span>
  );
}

interface BodyCellProps extends BodyRowProps {
  column: Column;
  place: number;
}

function BodyCell(props: BodyCellProps) {
  const { place, position, index, row, change } = props;
  const extras = props.extras(props.column, index);
  const column = cellColumn(props.column, extras);
  const value = cellValue(row, change, column);
  const focused = props.focus === place;
  const editing = focused && props.editing;
  const editable = isEditable(column, extras);
  const changed = isChanged(change, column.key, column.name);
  const complaint = changed ? fault(value, column) : undefined;
  const store = (next: unknown) => props.actions.store(position, column, next);
  return (
    <div
      role="gridcell"
      id={focused ? `${props.grid}-focus` : undefined}
      aria-colindex={place + (props.selector === 'none' ? 1 : 2)}
      aria-readonly={editable ? undefined : true}
      aria-invalid={complaint === undefined ? undefined : true}
      title={complaint}
      data-col={place}
      className={cellClass(column, { focused, editing, changed })}
      style={cellStyle(place, extras, column)}
    >
      {editing ? (
        <Editor
          column={column}
          value={value}
          typed={props.typed}
          commit={(next, move) => {
            if (next !== value) store(next);
            props.finish(move);
          }}
          cancel={() => props.finish('stay')}
        />
      ) : (
        cellContent({ value: shownValue(value, extras), column, editable, actions: actionsOf(props, store) })
      )}
    </div>
  );
}

function actionsOf({ actions, position, column }: BodyCellProps, store: (value: unknown) => void): CellActions {
  return { store, open: actions.open, press: button => actions.press(position, column, button) };
}

function cellClass(
  column: Column,
  { focused, editing, changed }: Record<'focused' | 'editing' | 'changed', boolean>
): string {
  let name = `tj-Table-cell tj-mod-${column.type}`;
  if (column.pinned) name += ` tj-mod-pin-${column.pinned}`;
  if (column.align !== 'left') name += ` tj-mod-${column.align}`;
  if (focused) name += ' tj-mod-focus';
  if (column.settings.textWrap === 'hide' || column.settings.textWrap === 'scroll') name += ' tj-mod-oneline';
  if (editing) name += ' tj-mod-editing';
  return changed ? `${name} tj-mod-changed` : name;
}

function cellStyle(place: number, extras: CellExtras | undefined, column: Column): CSSProperties {
  const color = setting('textColor', extras, column);
  const background = setting('cellBackgroundColor', extras, column);
  return { flex: `var(${widthVariable(place)})`, ...(color && { color }), ...(background && { background }) };
}

function setting(key: string, extras: CellExtras | undefined, column: Column): string {
  const value = words(extras?.[key] ?? column.settings[key]);
  return value.includes('{{') ? '' : value;
}
