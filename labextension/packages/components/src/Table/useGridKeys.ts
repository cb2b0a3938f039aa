/** The focus cell of a grid: moving it, starting and ending an edit, pressing what the cell holds. */

import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { isEditable } from './cellColumn';
import type { Move } from './editors/Editor';
import { editsInPlace } from './editors/outcome';
import { truth } from './guards';
import { moved, neighbour, types, type Place } from './keys';
import { cellValue, type Sheet, type SheetActions } from './sheet';

export interface GridKeysOptions {
  sheet: Sheet;
  actions: SheetActions;
  /** What scrolls; its height says how many rows a page has. */
  screen: RefObject<HTMLElement | null>;
  reveal(row: number): void;
  showFull(row: number, column: number): void;
}

interface Focus {
  place: Place | undefined;
  editing: boolean;
  typed: string | undefined;
}

export function useGridKeys({ sheet, actions, screen, reveal, showFull }: GridKeysOptions) {
  const [focus, setFocus] = useState<Focus>({ place: undefined, editing: false, typed: undefined });
  const grid = useRef<HTMLElement>(null);
  const extent = { rows: sheet.count, columns: sheet.columns.length, page: 10 };
  const latest = useRef({ sheet, extent, reveal });
  latest.current = { sheet, extent, reveal };
  const { place } = focus;

  const put = (to: Place) => {
    if (place?.row === to.row && place.column === to.column) return;
    setFocus({ place: to, editing: false, typed: undefined });
    reveal(to.row);
  };

  function editable(at: Place): boolean {
    const column = sheet.columns[at.column];
    if (!column || at.row < 0) return false;
    return isEditable(column, sheet.extras(column, sheet.indexAt(at.row)));
  }

  /** Edit the cell if it may be edited, press or show what it holds if not. */
  function begin(at: Place, typed?: string) {
    const column = sheet.columns[at.column];
    if (!column) return;
    if (editable(at) && editsInPlace(column)) return toggle(at);
    if (editable(at)) setFocus({ place: at, editing: true, typed });
    else if (typed === undefined) showFull(at.row, at.column);
  }

  function toggle(at: Place) {
    const column = sheet.columns[at.column];
    if (column?.type !== 'boolean') return;
    const value = cellValue(sheet.rowAt(at.row), sheet.changeAt(sheet.indexAt(at.row)), column);
    actions.store(at.row, column, !truth(value, false));
  }

  /** Enter on a cell: sort by a header, press a link or button, else edit. */
  function enter(at: Place) {
    const column = sheet.columns[at.column];
    if (at.row < 0) return column && actions.sort(column);
    const pressable = grid.current?.querySelector<HTMLElement>('.tj-Table-cell.tj-mod-focus [data-press]');
    if (pressable && !editable(at)) pressable.click();
    else begin(at);
  }

  const finish = useCallback((move: Move) => {
    const now = latest.current;
    setFocus(before => {
      if (!before.place) return before;
      const to = destination(before.place, move, now.extent);
      now.reveal(to.row);
      return { place: to, editing: false, typed: undefined };
    });
    // The editor is gone with the next paint; the grid takes the focus back so that keys go on working.
    requestAnimationFrame(() => {
      const inside = document.activeElement === document.body || grid.current?.contains(document.activeElement);
      if (inside) grid.current?.focus({ preventScroll: true });
    });
  }, []);

  function press(event: KeyboardEvent<HTMLElement>) {
    grid.current = event.currentTarget;
    if (focus.editing || !place || (event.target !== event.currentTarget && !isBox(event.target))) return;
    const to = moved(place, event, { ...extent, page: rowsOnScreen(screen.current) });
    if (to) put(to);
    else if (event.key === 'Enter' || event.key === 'F2') enter(place);
    else if (event.key === ' ' && place.row >= 0) actions.select(place.row);
    else if (event.key === 'Delete' && editable(place)) begin(place, '');
    else if (types(event) && editable(place)) begin(place, event.key);
    else return;
    event.preventDefault();
    // The row of a switch that has the focus may leave the sight, and the focus would be lost with it.
    if (to && event.target !== event.currentTarget) event.currentTarget.focus({ preventScroll: true });
  }

  function focusIn(event: FocusEvent<HTMLElement>) {
    grid.current = event.currentTarget;
    if (!place && event.target === event.currentTarget && event.currentTarget.matches(':focus-visible')) {
      setFocus({ place: { row: sheet.count > 0 ? 0 : -1, column: 0 }, editing: false, typed: undefined });
    }
  }

  return {
    place: inside(place, extent),
    editing: focus.editing,
    typed: focus.typed,
    put,
    begin,
    finish,
    press,
    enter: focusIn,
  };
}

/** How far a page key goes. */
function rowsOnScreen(screen: HTMLElement | null): number {
  const row = screen?.querySelector<HTMLElement>('.tj-Table-row')?.offsetHeight || 40;
  return Math.max(1, Math.floor((screen?.clientHeight ?? 400) / row) - 1);
}

function isBox(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
}

function destination(place: Place, move: Move, extent: { rows: number; columns: number; page: number }): Place {
  if (move === 'down') return { ...place, row: Math.min(extent.rows - 1, place.row + 1) };
  if (move === 'next') return neighbour(place, 1, extent);
  return move === 'previous' ? neighbour(place, -1, extent) : place;
}

/** The focus after rows or columns went away. */
function inside(place: Place | undefined, extent: { rows: number; columns: number }): Place | undefined {
  if (!place || extent.columns === 0) return undefined;
  if (place.row < extent.rows && place.column < extent.columns) return place;
  return { row: Math.min(place.row, extent.rows - 1), column: Math.min(place.column, extent.columns - 1) };
}
