/** What a run returned: its table or its JSON, how long it took, how much it was, whether it was cut; or its error. */
import type { RunReply } from '@tooljet/schema/api';
import { useMemo } from 'react';
import { rowsOf } from '../../grid/format';
import { ResultGrid } from '../../grid/ResultGrid';
import { IconAlertCircle } from '../../kit/glyphs';
import { amount, took } from '../../kit/moments';
import { Failure, Waiting } from '../../kit/states';
import type { RunState } from './useRun';

export function Result({ state: { running, reply, error } }: { state: RunState }) {
  if (error !== undefined) return <Failure error={error} />;
  if (!reply) return running ? <Waiting lines={5} height={28} /> : <Hint />;
  return (
    <div className="tj-Result" aria-busy={running || undefined}>
      <Answer reply={reply} />
    </div>
  );
}

function Hint() {
  return (
    <p className="tj-Quiet tj-Result-hint">
      Run the query to see its rows here. <kbd>Ctrl</kbd> <kbd>Enter</kbd> in the text runs it too.
    </p>
  );
}

function Answer({ reply }: { reply: RunReply }) {
  const rows = useMemo(() => rowsOf(reply.data), [reply]);
  return (
    <>
      <p className="tj-Result-facts" role="status">
        {rows ? amount(rows.length, 'row') : 'JSON'} in {took(reply.seconds)}
        {reply.affectedRows !== null && ` · ${amount(reply.affectedRows, 'row')} changed`}
      </p>
      {reply.truncated && (
        <p className="tj-Notice" role="status">
          <IconAlertCircle size={16} aria-hidden />
          The result was cut at {reply.limit.toLocaleString()} rows or 50 MB. Narrow the query to see the rest.
        </p>
      )}
      {rows && (rows.length > 0 || reply.columns.length > 0) ? (
        <ResultGrid label="Result" columns={reply.columns} rows={rows} height={480} />
      ) : (
        <Other data={reply.data} empty={rows !== undefined} />
      )}
    </>
  );
}

function Other({ data, empty }: { data: unknown; empty: boolean }) {
  if (empty) return <p className="tj-Quiet">The query returned no rows.</p>;
  return (
    <pre className="tj-Json" tabIndex={0} aria-label="Result">
      {JSON.stringify(data, null, 2)}
    </pre>
  );
}
