/** The same components for every row: below each other or side by side; only rows in sight are drawn when they are many. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { boxLook } from './box';
import type { Given } from './define';
import { setInner } from './inner';
import { pagesOf, pick } from './list/pick';
import { lifeOf, retry } from './supply/life';
import { Failed, Notes } from './supply/Supply';
import './Listview.css';

/** More rows than this are drawn only while they are in sight. */
const many = 100;

export function Listview(given: Given<'Listview'>) {
  const { props, rows = { from: 0, count: 0, total: 0 } } = given;
  const grid = props.mode === 'grid';
  const beside = grid && given.media === 'desktop' ? Math.max(1, Math.round(props.columns)) : 1;
  const names = ['tj-Listview', grid ? 'tj-mod-grid' : 'tj-mod-list'];
  if (props.showBorder) names.push('tj-mod-lines');
  if (props.dynamicHeight) names.push('tj-mod-grows');
  if (props.disabledState) names.push('tj-mod-disabled');
  const lines = Math.ceil(rows.count / beside);

  const life = lifeOf(given.exposed, { has: rows.count > 0, loadingState: props.loadingState });
  const again = () => retry(given);

  function click(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest(`[data-list="${CSS.escape(given.id)}"]`) : null;
    if (!row) return;
    pick(given, Number(row.getAttribute('data-row')));
  }

  const line = (place: number): ReactNode => {
    const first = rows.from + place * beside;
    const last = Math.min(rows.from + rows.count, first + beside);
    return Array.from({ length: last - first }, (_, offset) => (
      <div
        key={first + offset}
        role="listitem"
        className="tj-Listview-row"
        data-list={given.id}
        data-row={first + offset}
        aria-current={given.exposed.selectedRecordId === first + offset || undefined}
      >
        {given.row(first + offset)}
      </div>
    ));
  };

  return (
    <div
      className={names.join(' ')}
      style={{ ...boxLook(props), '--tj-list-row': `${props.rowHeight}px`, '--tj-list-columns': beside }}
      inert={props.disabledState}
      aria-busy={life.stage === 'waiting' || life.refreshing || undefined}
    >
      <Notes life={life} retry={again} cut />
      {life.stage === 'waiting' ? (
        <Waiting height={props.rowHeight} />
      ) : life.stage === 'failed' && life.failure ? (
        <Failed failure={life.failure} retry={again} />
      ) : rows.count === 0 ? (
        <p className="tj-Listview-empty">Nothing to show yet.</p>
      ) : (
        <Lines
          count={lines}
          height={props.rowHeight}
          gap={grid ? 8 : 0}
          fixed={given.media === 'desktop'}
          whole={props.dynamicHeight || lines <= many}
          line={line}
          pick={click}
        />
      )}
      {props.enablePagination && rows.total > props.rowsPerPage && <Pages given={given} total={rows.total} />}
    </div>
  );
}

interface LinesProps {
  count: number;
  height: number;
  gap: number;
  /** Lines have the height the builder gave; on a phone they are as high as their content. */
  fixed: boolean;
  /** Few enough to draw all of them. */
  whole: boolean;
  line(place: number): ReactNode;
  pick(event: MouseEvent): void;
}

function Lines(props: LinesProps) {
  if (!props.whole) return <LinesInSight {...props} />;
  return (
    <div className="tj-Listview-scroll" role="list" onClick={props.pick}>
      {Array.from({ length: props.count }, (_, place) => (
        <div key={place} className="tj-Listview-line" style={{ height: props.fixed ? props.height : undefined }}>
          {props.line(place)}
        </div>
      ))}
    </div>
  );
}

function LinesInSight({ count, height, gap, fixed, line, pick }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 4,
    gap,
  });
  return (
    <div ref={scroller} className="tj-Listview-scroll" role="list" onClick={pick}>
      <div style={{ position: 'relative', height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(item => (
          <div
            key={item.key}
            ref={fixed ? undefined : lines.measureElement}
            data-index={item.index}
            className="tj-Listview-line"
            style={placed(item.start, fixed ? height : undefined)}
          >
            {line(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function placed(top: number, height: number | undefined): CSSProperties {
  return { position: 'absolute', top: 0, left: 0, width: '100%', height, transform: `translateY(${top}px)` };
}

function Pages({ given, total }: { given: Given<'Listview'>; total: number }) {
  const { page, pages } = pagesOf(given.exposed, total, given.props.rowsPerPage);
  const go = (to: number) => setInner(given, { pageIndex: to });
  return (
    <nav className="tj-Listview-pages" aria-label="Pages">
      <button type="button" aria-label="Previous page" disabled={page <= 1} onClick={() => go(page - 1)}>
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <span className="tj-Numbers">
        {page} of {pages}
      </span>
      <button type="button" aria-label="Next page" disabled={page >= pages} onClick={() => go(page + 1)}>
        <IconChevronRight size={16} aria-hidden />
      </button>
    </nav>
  );
}

function Waiting({ height }: { height: number }) {
  return (
    <div className="tj-Listview-scroll" aria-hidden>
      {[0, 1, 2].map(row => (
        <div key={row} className="tj-Listview-line tj-mod-waiting" style={{ height }}>
          <i className="tj-Skeleton" />
        </div>
      ))}
    </div>
  );
}
