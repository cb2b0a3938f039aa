/** Moving through the cells of a table with the keyboard, as the ARIA grid pattern has it. */

/** A cell by its place on screen: row -1 is the header. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that fit on the screen. */
  page: number;
}

/** What of a key event matters for moving. */
export interface Key {
  key: string;
  ctrlKey?: boolean;
  metaKey?: boolean;
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value));

/** Where a key leads to, or undefined when it does not move. */
export function moved(place: Place, event: Key, extent: Extent): Place | undefined {
  const far = event.ctrlKey === true || event.metaKey === true;
  const to = (row: number, column: number): Place => ({
    row: clamp(row, -1, extent.rows - 1),
    column: clamp(column, 0, Math.max(0, extent.columns - 1)),
  });
  switch (event.key) {
    case 'ArrowUp':
      return to(far ? -1 : place.row - 1, place.column);
    case 'ArrowDown':
      return to(far ? extent.rows - 1 : place.row + 1, place.column);
    case 'ArrowLeft':
      return to(place.row, far ? 0 : place.column - 1);
    case 'ArrowRight':
      return to(place.row, far ? extent.columns - 1 : place.column + 1);
    case 'Home':
      return to(far ? 0 : place.row, 0);
    case 'End':
      return to(far ? extent.rows - 1 : place.row, extent.columns - 1);
    case 'PageUp':
      return to(Math.max(0, place.row - extent.page), place.column);
    case 'PageDown':
      return to(place.row + extent.page, place.column);
    default:
      return undefined;
  }
}

/** The next cell in reading order, for Tab after an edit; the same cell at either end. */
export function neighbour(place: Place, step: 1 | -1, extent: Extent): Place {
  const flat = place.row * extent.columns + place.column + step;
  if (flat < 0 || flat >= extent.rows * extent.columns) return place;
  return { row: Math.floor(flat / extent.columns), column: flat % extent.columns };
}

/** True for a key that types a character, which starts an edit. */
export function types(event: Key & { altKey?: boolean }): boolean {
  return event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
}
