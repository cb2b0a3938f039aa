/** The whole text of a cell that shows only a part of it, over the table. */

import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { cellContent } from './cells/Cell';
import { showFull } from './formats';
import type { Column } from './columns';
import { cellValue, type Sheet } from './sheet';

export interface FullViewOf {
  column: Column;
  value: unknown;
  left: number;
  top: number;
}

/** What to show for the cell at a place; nothing where the cell already shows everything there is. */
export function fullViewFor(
  sheet: Sheet,
  row: number,
  place: number,
  grid: HTMLElement | null
): FullViewOf | undefined {
  const column = sheet.columns[place];
  if (!column || !grid || column.type === 'button' || column.type === 'image') return undefined;
  const index = sheet.indexAt(row);
  const transformed = sheet.extras(column, index)?.transformation;
  const value = transformed ?? cellValue(sheet.rowAt(row), sheet.changeAt(index), column);
  if (showFull(value, column) === '') return undefined;
  const cell = grid.querySelector(`[data-index="${row}"] [data-col="${place}"]`);
  if (!cell || !hidesSomething(cell, column)) return undefined;
  const box = cell.getBoundingClientRect();
  const ground = grid.getBoundingClientRect();
  const left = Math.min(box.left - ground.left, Math.max(0, ground.width - 336));
  return {
    column,
    value,
    left: left + grid.scrollLeft,
    top: Math.min(box.top - ground.top, ground.height - 140) + grid.scrollTop,
  };
}

function hidesSomething(cell: Element, column: Column): boolean {
  if (column.type === 'json' || column.type === 'markdown' || column.type === 'html') return true;
  return cell.scrollWidth > cell.clientWidth || cell.scrollHeight > cell.clientHeight;
}

export function FullView({ of, close }: { of: FullViewOf; close: () => void }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const rich = of.column.type === 'markdown' || of.column.type === 'html';
  const actions = { store: () => undefined, open: () => undefined, press: () => undefined };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={of.column.name}
      tabIndex={-1}
      className="tj-Table-full"
      style={{ left: of.left, top: of.top }}
      onClick={event => event.stopPropagation()}
      onDoubleClick={event => event.stopPropagation()}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <header>
        {of.column.name}
        <button type="button" className="tj-Table-icon" aria-label="Close" onClick={close}>
          <IconX size={14} aria-hidden />
        </button>
      </header>
      {rich ? (
        cellContent({ value: of.value, column: of.column, editable: false, actions })
      ) : (
        <pre className={of.column.type === 'json' ? 'tj-mod-code' : undefined}>{showFull(of.value, of.column)}</pre>
      )}
    </div>
  );
}
