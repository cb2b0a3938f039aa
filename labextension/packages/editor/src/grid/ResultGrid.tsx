/** A light table for results: only the rows in sight are drawn, numbers stand to the right, Enter copies a cell. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { columnsOf, isNumeric, plain, shown, widthOf, type GridColumn } from './format';
import { moved, type Cell } from './keys';
import './grid.css';

const ROW = 32;
const BEYOND = 12;

interface Drawn extends GridColumn {
  numeric: boolean;
  width: number;
}

interface ResultGridProps {
  label: string;
  columns: GridColumn[];
  rows: Record<string, unknown>[];
  /** The tallest it may get, in pixels; undefined fills its place. */
  height?: number;
}

export function ResultGrid({ label, columns, rows, height }: ResultGridProps) {
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const drawn = useMemo(
    () =>
      columnsOf(columns, rows).map(column => ({
        ...column,
        numeric: isNumeric(column, rows),
        width: widthOf(column, rows),
      })),
    [columns, rows]
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
  });
  const first = numberWidth(rows.length);
  const template = [`${first}px`, ...drawn.map(({ width }) => `minmax(${width}px, 1fr)`)].join(' ');
  const minWidth = drawn.reduce((sum, { width }) => sum + width, first);

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'c' && !getSelection()?.toString()) copy();
    const next = moved(active, event.key, { rows: rows.length, columns: drawn.length });
    if (!next) return;
    event.preventDefault();
    setActive(next);
    virtual.scrollToIndex(next.row);
  }

  function copy(): void {
    const column = drawn[active.column];
    if (column) void navigator.clipboard.writeText(plain(rows[active.row]?.[column.name]));
  }

  return (
    <div
      ref={place}
      className="tj-Grid"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={drawn.length + 1}
      tabIndex={0}
      style={{ maxHeight: height }}
      onKeyDown={onKeyDown}
    >
      <div className="tj-Grid-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template, minWidth }}>
        <div role="columnheader" className="tj-Grid-number" title="Row">
          #
        </div>
        {drawn.map(({ name, type, numeric }) => (
          <div
            key={name}
            role="columnheader"
            className={numeric ? 'tj-mod-number' : undefined}
            title={type || undefined}
          >
            {name}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="tj-Grid-body" style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <GridRow
            key={index}
            row={rows[index] ?? {}}
            index={index}
            start={start}
            columns={drawn}
            template={template}
            active={active.row === index ? active.column : -1}
            choose={setActive}
          />
        ))}
      </div>
    </div>
  );
}

function numberWidth(count: number): number {
  return String(count).length * 8 + 24;
}

interface GridRowProps {
  row: Record<string, unknown>;
  index: number;
  start: number;
  columns: Drawn[];
  template: string;
  active: number;
  choose: (cell: Cell) => void;
}

const GridRow = memo(function GridRow({ row, index, start, columns, template, active, choose }: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="tj-Grid-row"
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" className="tj-Grid-number">
        {index + 1}
      </div>
      {columns.map(({ name, numeric }, column) => {
        const { text, shape } = shown(row[name]);
        return (
          <div
            key={name}
            role="gridcell"
            title={text.length > 24 ? text : undefined}
            aria-selected={column === active}
            className={`tj-mod-${numeric ? 'number' : shape}`}
            onClick={() => choose({ row: index, column })}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
});
