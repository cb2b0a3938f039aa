/** What a component shows about its data: that it could not be loaded, that it is old, that it is cut, that more is coming. */
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { Failure, Life } from './life';
import './supply.css';

interface TroubleProps {
  failure: Failure;
  retry(): void;
}

/** Stands in the place of the data: what happened, what to do, and the details folded. */
export function Failed({ failure, retry }: TroubleProps) {
  return (
    <div className="tj-Failed" role="alert">
      <IconAlertTriangle className="tj-Failed-icon" size={22} stroke={1.5} aria-hidden />
      <p>The data could not be loaded.</p>
      <button type="button" className="tj-Supply-button" onClick={retry}>
        <IconRefresh size={15} aria-hidden />
        Try again
      </button>
      <Details failure={failure} />
    </div>
  );
}

function Details({ failure: { query, message, detail } }: { failure: Failure }) {
  return (
    <details>
      <summary>Details</summary>
      <pre>
        {query}: {message}
        {detail !== '' && `\n${detail}`}
      </pre>
    </details>
  );
}

export interface NotesProps {
  life: Life;
  retry(): void;
  /** Says that the answer was cut; a table says it in its footer. */
  cut?: boolean;
}

/** Above data that is there: quiet lines about it, only when there is something to say. */
export function Notes({ life, retry, cut = false }: NotesProps) {
  const { stage, failure, truncated, refreshing } = life;
  if (stage !== 'there') return null;
  return (
    <>
      {refreshing && <Progress />}
      {failure && !refreshing && (
        <div className="tj-Note tj-mod-danger" role="status" title={`${failure.query}: ${failure.message}`}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>Not up to date: {failure.message}</span>
          <button type="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      {cut && truncated !== undefined && (
        <div className="tj-Note tj-mod-warning" role="status">
          <span>From the first {truncated.toLocaleString()} rows</span>
        </div>
      )}
    </>
  );
}

/** A line that runs along the top edge while newer data is on its way. */
export function Progress() {
  return <div className="tj-Progress" role="progressbar" aria-label="Loading newer data" />;
}

/** A small sign beside a figure that is old or missing. */
export function Badge({ failure, retry }: TroubleProps) {
  return (
    <button
      type="button"
      className="tj-Supply-badge"
      aria-label="Try again"
      title={`${failure.query}: ${failure.message}\nClick to try again`}
      onClick={event => {
        event.stopPropagation();
        retry();
      }}
    >
      <IconAlertTriangle size={16} aria-hidden />
    </button>
  );
}
