/** The grid itself: only the rows and columns in sight exist, the header stays, the keyboard moves a focus cell. */

import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { BodyRow } from './BodyRow';
import { FullView, fullViewFor, type FullViewOf } from './FullView';
import { HeaderRow } from './HeaderRow';
import type { Look } from './look';
import type { Sheet, SheetActions } from './sheet';
import { useColumnWindow } from './useColumnWindow';
import { useGridKeys } from './useGridKeys';
import { flexes, totalWidth, type Widths } from './widths';

export interface GridProps {
  label: string;
  sheet: Sheet;
  actions: SheetActions;
  look: Look;
  widths: Widths;
  sortable: boolean;
  selectable: boolean;
  selector: 'none' | 'checkbox' | 'radio';
  busy: boolean;
  /** As high as its rows instead of scrolling. */
  grows: boolean;
  /** Shown below the header when there is no row. */
  children?: ReactNode;
}

/** The row and column under an event, -1 where it is outside. */
function placeOf(event: MouseEvent): { row: number; column: number } {
  const target = event.target instanceof Element ? event.target : null;
  const row = target?.closest('[data-index]')?.getAttribute('data-index');
  const column = target?.closest('[data-col]')?.getAttribute('data-col');
  return { row: row ? Number(row) : -1, column: column ? Number(column) : -1 };
}

export function Grid(props: GridProps) {
  const { sheet, actions, look, widths, selector } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [full, setFull] = useState<FullViewOf>();
  const height = look.rowHeight;
  const latest = useRef<{ reveal(row: number): void }>({ reveal: () => undefined });
  const showFull = useCallback(
    (row: number, column: number) => setFull(fullViewFor(sheet, row, column, scroller.current)),
    [sheet]
  );
  const keys = useGridKeys({ sheet, actions, reveal: row => latest.current.reveal(row), showFull, screen: scroller });
  const kept = keys.editing ? keys.place?.row : undefined;
  const rows = useVirtualizer({
    count: sheet.count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => height, [height]),
    rangeExtractor: useCallback((range: Range) => withRow(defaultRangeExtractor(range), kept), [kept]),
    overscan: 5,
    scrollPaddingStart: 36,
  });
  useEffect(() => {
    latest.current = { reveal: row => row >= 0 && rows.scrollToIndex(row, { align: 'auto' }) };
  }, [rows]);
  const window = useColumnWindow(scroller, sheet.columns, widths);
  const items = rows.getVirtualItems();
  useSight(items[0]?.index ?? 0, items.at(-1)?.index ?? -1, props);
  const hovered = useRef(-1);

  function over(event: MouseEvent) {
    const { row } = placeOf(event);
    if (row < 0 || row === hovered.current) return;
    hovered.current = row;
    actions.hover(row);
  }

  /** A pointer that has left before it rested was only passing. */
  function leave() {
    hovered.current = -1;
    actions.hover(-1);
  }

  function click(event: MouseEvent) {
    const { row, column } = placeOf(event);
    // A screen reader clicks without a mouse.
    if (row >= 0 && column >= 0) keys.put({ row, column });
    if (row >= 0) actions.click(row, sheet.columns[column]);
  }

  /**
   * Switches and buttons keep their clicks to themselves, but the focus cell still goes there. Before the click: drawing
   * anew while it is on its way would put a switch back before it says that it was turned.
   */
  function focusClicked(event: MouseEvent) {
    const place = placeOf(event);
    if (place.row >= 0 && place.column >= 0) keys.put(place);
  }

  function doubleClick(event: MouseEvent) {
    const { row, column } = placeOf(event);
    if (row >= 0 && column >= 0) keys.begin({ row, column });
  }

  const style: CSSProperties = { ...flexes(sheet.columns, widths), '--tj-table-row': `${height}px` };
  const wide = totalWidth(sheet.columns, widths) + (selector === 'none' ? 0 : 40);
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={sheet.count + 1}
      aria-colcount={sheet.columns.length + (selector === 'none' ? 0 : 1)}
      aria-multiselectable={selector === 'checkbox' || undefined}
      aria-activedescendant={keys.place ? `${id}-focus` : undefined}
      aria-busy={props.busy}
      tabIndex={0}
      className={props.grows ? 'tj-Table-grid tj-mod-grows' : 'tj-Table-grid'}
      style={style}
      onKeyDown={keys.press}
      onFocus={keys.enter}
      onMouseOver={over}
      onMouseLeave={leave}
      onMouseUpCapture={focusClicked}
      onClick={click}
      onDoubleClick={doubleClick}
    >
      <div className="tj-Table-canvas" style={{ minWidth: wide }}>
        <HeaderRow
          grid={id}
          sheet={sheet}
          actions={actions}
          window={window}
          sortable={props.sortable}
          selector={selector}
          focus={keys.place?.row === -1 ? keys.place.column : -1}
        />
        <div role="rowgroup" className="tj-Table-body" style={{ height: rows.getTotalSize() }}>
          {items.map(item => {
            const index = sheet.indexAt(item.index);
            const focused = keys.place?.row === item.index;
            return (
              <BodyRow
                key={item.index}
                grid={id}
                position={item.index}
                index={index}
                top={item.start}
                row={sheet.rowAt(item.index)}
                change={sheet.changeAt(index)}
                columns={sheet.columns}
                window={window}
                selected={sheet.isSelected(index)}
                selectable={props.selectable}
                selector={selector}
                focus={focused ? (keys.place?.column ?? -1) : -1}
                editing={focused && keys.editing}
                typed={focused ? keys.typed : undefined}
                extras={sheet.extras}
                actions={actions}
                finish={keys.finish}
                measure={look.wraps ? rows.measureElement : undefined}
              />
            );
          })}
        </div>
      </div>
      {props.children}
      {full && <FullView of={full} close={() => setFull(undefined)} />}
    </div>
  );
}

/** The rows to draw and the one being edited, which must not vanish with what was typed. */
function withRow(range: number[], row: number | undefined): number[] {
  return row === undefined || range.includes(row) ? range : [...range, row].sort((one, other) => one - other);
}

/** Tell which rows are in sight, after scrolling has come to rest: their colours and texts may depend on them. */
function useSight(from: number, to: number, { sheet, actions }: GridProps) {
  useEffect(() => {
    const timer = setTimeout(() => actions.sight(from, to), 40);
    return () => clearTimeout(timer);
    // The same places hold other rows after a sort or on another page.
  }, [from, to, sheet, actions]);
}
