/** What ran lately: which query, how it ended, how long it took. */
import type { RunRecord } from '@tooljet/schema/api';
import { useFetched } from '../../api/hooks';
import { IconButton } from '../../kit/Button';
import { IconHistory, IconRefresh } from '../../kit/glyphs';
import { Moment } from '../../kit/Moment';
import { amount, took } from '../../kit/moments';
import { Empty, Loaded } from '../../kit/states';
import { Header } from '../Header';

const LOOKS: Record<string, string> = {
  done: 'success',
  success: 'success',
  ok: 'success',
  failed: 'danger',
  error: 'danger',
  timeout: 'danger',
};

export function Runs() {
  const runs = useFetched('GET runs', {});
  return (
    <section>
      <Header title="Runs">
        <IconButton label="Refresh" icon={IconRefresh} onClick={() => void runs.refetch()} />
      </Header>
      <Loaded result={runs}>
        {found =>
          found.length === 0 ? (
            <Empty icon={IconHistory} title="Nothing ran yet" actions={undefined}>
              Every run of a query is listed here: who ran it, in which app, how long it took and why it failed.
            </Empty>
          ) : (
            <RunTable runs={found} />
          )
        }
      </Loaded>
    </section>
  );
}

/** Gives the app or the data source of a run by name. */
function useNames(): (run: RunRecord) => string {
  const apps = useFetched('GET apps', {});
  const sources = useFetched('GET sources', {});
  const names = new Map([...(apps.data ?? []), ...(sources.data ?? [])].map(({ id, name }) => [id, name]));
  return ({ app, source, kind }) => [app, source].flatMap(id => names.get(id ?? '') ?? []).join(', ') || kind;
}

function RunTable({ runs }: { runs: RunRecord[] }) {
  const me = useFetched('GET me', {});
  const placeOf = useNames();
  return (
    <div className="tj-RunTable" role="region" aria-label="Runs" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>Query</th>
            <th>Status</th>
            <th>On</th>
            <th className="tj-mod-number">Rows</th>
            <th className="tj-mod-number">Took</th>
            <th>By</th>
            <th>Started</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(run => (
            <tr key={run.id}>
              <td>
                {run.query}
                {run.error && <span className="tj-RunTable-error">{run.error}</span>}
              </td>
              <td>
                <span className={`tj-Tag tj-mod-${LOOKS[run.status] ?? 'plain'}`}>{run.status}</span>
              </td>
              <td>{placeOf(run)}</td>
              <td className="tj-mod-number" title={run.rowCount === null ? undefined : amount(run.rowCount, 'row')}>
                {run.rowCount?.toLocaleString() ?? '–'}
              </td>
              <td className="tj-mod-number">{took(run.seconds)}</td>
              <td>{run.user === me.data?.id ? 'You' : (run.user ?? '–')}</td>
              <td>
                <Moment at={run.startedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
