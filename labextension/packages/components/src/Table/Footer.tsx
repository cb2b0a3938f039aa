/** The bar below the rows: unsaved changes, how many rows there are, and the pages. */

import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Life } from '../supply/life';
import { changesText } from './changes';
import { footerText, pageText, sizesOffered } from './footerText';
import type { Paging, Sheet, SheetActions } from './sheet';

export interface FooterProps {
  sheet: Sheet;
  actions: SheetActions;
  /** The bar to save and discard is wanted. */
  saving: boolean;
  /** Rows are on their way, or could not be loaded. */
  stage: Life['stage'];
  /** "Showing the first 100,000 rows", when the answer was cut. */
  truncated: string | undefined;
}

export function Footer({ sheet, actions, saving, stage, truncated }: FooterProps) {
  const { paging } = sheet;
  return (
    <footer className="tj-Table-footer">
      {saving && sheet.changeCount > 0 ? (
        <ChangesBar count={sheet.changeCount} actions={actions} />
      ) : (
        <span className="tj-Table-rows" aria-live="polite">
          {footerText(sheet, stage)}
          {truncated !== undefined && <em className="tj-Table-truncated">{truncated}</em>}
        </span>
      )}
      {paging.enabled && stage !== 'failed' && <Pages paging={paging} actions={actions} />}
    </footer>
  );
}

/** The unsaved edits, and what to do with them. */
export function ChangesBar({ count, actions }: { count: number; actions: SheetActions }) {
  return (
    <span className="tj-Table-changes" role="status">
      <strong>{changesText(count)}</strong>
      <button type="button" className="tj-Table-primary" onClick={actions.save}>
        Save changes
      </button>
      <button type="button" className="tj-Table-plain" onClick={actions.discard}>
        Discard
      </button>
    </span>
  );
}

function Pages({ paging, actions }: { paging: Paging; actions: SheetActions }) {
  return (
    <nav className="tj-Table-pages" aria-label="Pages">
      {!paging.serverSide && (
        <select
          className="tj-Table-sizes"
          aria-label="Rows per page"
          value={paging.size}
          onChange={event => actions.pageSize(Number(event.currentTarget.value))}
        >
          {sizesOffered(paging).map(size => (
            <option key={size} value={size}>
              {size} rows
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="tj-Table-icon"
        aria-label="Previous page"
        disabled={!paging.previous}
        onClick={() => actions.page(paging.page - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <span className="tj-Numbers">{pageText(paging)}</span>
      <button
        type="button"
        className="tj-Table-icon"
        aria-label="Next page"
        disabled={!paging.next}
        onClick={() => actions.page(paging.page + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
    </nav>
  );
}
