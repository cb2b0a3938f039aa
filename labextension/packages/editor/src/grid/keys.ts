/** Where the arrows lead inside a grid. */

export interface Cell {
  row: number;
  column: number;
}

const PAGE = 10;
const STEPS: Record<string, Cell> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -PAGE, column: 0 },
  PageDown: { row: PAGE, column: 0 },
};

/** The cell a key leads to; undefined where the key is none of ours. */
export function moved(from: Cell, key: string, { rows, columns }: { rows: number; columns: number }): Cell | undefined {
  if (key === 'Home') return { row: from.row, column: 0 };
  if (key === 'End') return { row: from.row, column: columns - 1 };
  const step = STEPS[key];
  if (!step) return undefined;
  return { row: within(from.row + step.row, rows), column: within(from.column + step.column, columns) };
}

function within(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
