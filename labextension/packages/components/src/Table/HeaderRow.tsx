/** The sticky header: names, sorting by a click, borders to drag, a box that selects every row. */

import { IconArrowDown, IconArrowUp, IconSelector } from '@tabler/icons-react';
import { useRef, type PointerEvent } from 'react';
import { minWidth, type Column } from './columns';
import type { Sheet, SheetActions } from './sheet';
import { widthVariable, type ColumnWindow } from './widths';

export interface HeaderRowProps {
  grid: string;
  sheet: Sheet;
  actions: SheetActions;
  window: ColumnWindow;
  sortable: boolean;
  selector: 'none' | 'checkbox' | 'radio';
  focus: number;
}

export function HeaderRow({ grid, sheet, actions, window, sortable, selector, focus }: HeaderRowProps) {
  const shown = sheet.columns.slice(window.first, window.last + 1);
  return (
    <div role="rowgroup" className="tj-Table-head">
      <div role="row" aria-rowindex={1} className="tj-Table-headrow">
        {selector !== 'none' && <SelectAll sheet={sheet} actions={actions} selector={selector} />}
        {window.before > 0 && <span style={{ flex: `0 0 ${window.before}px` }} />}
        {shown.map((column, offset) => (
          <HeaderCell
            key={column.id}
            id={focus === window.first + offset ? `${grid}-focus` : undefined}
            column={column}
            place={window.first + offset}
            shift={selector === 'none' ? 1 : 2}
            direction={sheet.sort?.column === column.key ? sheet.sort.direction : undefined}
            sortable={sortable && column.type !== 'button'}
            actions={actions}
          />
        ))}
        {window.after > 0 && <span style={{ flex: `0 0 ${window.after}px` }} />}
      </div>
    </div>
  );
}

function SelectAll({ sheet, actions, selector }: { sheet: Sheet; actions: SheetActions; selector: string }) {
  const all = sheet.count > 0 && sheet.selectedCount >= sheet.count;
  return (
    <span role="columnheader" aria-colindex={1} className="tj-Table-selector">
      {selector === 'checkbox' && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={all ? 'Deselect all rows' : 'Select all rows'}
          checked={all}
          ref={element => {
            if (element) element.indeterminate = !all && sheet.selectedCount > 0;
          }}
          onChange={actions.selectAll}
        />
      )}
    </span>
  );
}

interface HeaderCellProps {
  id: string | undefined;
  column: Column;
  place: number;
  shift: number;
  direction: 'asc' | 'desc' | undefined;
  sortable: boolean;
  actions: SheetActions;
}

const spoken = { asc: 'ascending', desc: 'descending' } as const;

function HeaderCell({ id, column, place, shift, direction, sortable, actions }: HeaderCellProps) {
  const Icon = direction === 'asc' ? IconArrowUp : direction === 'desc' ? IconArrowDown : IconSelector;
  const focused = id === undefined ? '' : ' tj-mod-focus';
  return (
    <div
      role="columnheader"
      id={id}
      aria-colindex={place + shift}
      aria-sort={sortable ? (direction ? spoken[direction] : 'none') : undefined}
      data-head={place}
      className={`tj-Table-headcell tj-mod-${column.align}${sortable ? ' tj-mod-sortable' : ''}${column.pinned ? ` tj-mod-pin-${column.pinned}` : ''}${focused}`}
      style={{ flex: `var(${widthVariable(place)})` }}
      onClick={sortable ? () => actions.sort(column) : undefined}
    >
      <span className="tj-Table-headname" title={column.name}>
        {column.name}
      </span>
      {sortable && (
        <Icon size={13} stroke={2} className={direction ? 'tj-Table-sort tj-mod-on' : 'tj-Table-sort'} aria-hidden />
      )}
      <Grip column={column} place={place} actions={actions} />
    </div>
  );
}

/** The border between two columns: drag it to resize, double-click it to have the first width again. */
function Grip({ column, place, actions }: { column: Column; place: number; actions: SheetActions }) {
  const start = useRef<{ x: number; width: number } | null>(null);

  function down(event: PointerEvent<HTMLSpanElement>) {
    const cell = event.currentTarget.parentElement;
    if (!cell || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: cell.getBoundingClientRect().width };
  }

  function width(event: PointerEvent): number {
    return start.current ? Math.max(minWidth, Math.round(start.current.width + event.clientX - start.current.x)) : 0;
  }

  function move(event: PointerEvent<HTMLSpanElement>) {
    if (!start.current) return;
    // Only a variable changes while dragging; React hears of the width when the border is let go.
    const table = event.currentTarget.closest<HTMLElement>('.tj-Table-grid');
    table?.style.setProperty(widthVariable(place), `0 0 ${width(event)}px`);
  }

  function up(event: PointerEvent<HTMLSpanElement>) {
    if (start.current && event.clientX !== start.current.x) actions.resize(column, width(event));
    start.current = null;
  }

  return (
    <span
      className="tj-Table-grip"
      aria-hidden
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onClick={event => event.stopPropagation()}
      onDoubleClick={() => actions.resize(column, column.width)}
    />
  );
}
