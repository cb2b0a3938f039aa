/** What a table shows instead of rows: that it waits, or that there is nothing. */

/** Rows in grey, of the shape that will come. */
export function SkeletonRows({ columns, rows }: { columns: number; rows: number }) {
  const widths = [72, 48, 60, 36, 64];
  return (
    <div className="tj-Table-skeleton" aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="tj-Table-skeletonrow">
          {Array.from({ length: Math.min(8, Math.max(3, columns)) }, (_, column) => (
            <span key={column}>
              <i className="tj-Skeleton" style={{ width: `${widths[(row + column) % widths.length]}%` }} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

export interface EmptyProps {
  /** A search or filter hides all rows. */
  narrowed: boolean;
  clear(): void;
  /** Offered where the viewer may add rows. */
  addRow: (() => void) | undefined;
}

/** One sentence and the next thing to do. */
export function Empty({ narrowed, clear, addRow }: EmptyProps) {
  return (
    <div className="tj-Table-empty" role="status">
      <p>{narrowed ? 'No row matches the search and the filters.' : 'There are no rows yet.'}</p>
      {narrowed && (
        <button type="button" className="tj-Table-plain" onClick={clear}>
          Clear search and filters
        </button>
      )}
      {!narrowed && addRow && (
        <button type="button" className="tj-Table-primary" onClick={addRow}>
          Add a row
        </button>
      )}
    </div>
  );
}
