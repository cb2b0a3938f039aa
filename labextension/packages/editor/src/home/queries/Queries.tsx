/** Saved queries: the list, and the editor of one. */
import type { QueryReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { useFetched } from '../../api/hooks';
import { LinkButton } from '../../kit/Button';
import { IconPencil, IconPlus, IconTerminal2, IconTrash } from '../../kit/glyphs';
import { Moment } from '../../kit/Moment';
import { More, useMore } from '../../kit/More';
import { Empty, Loaded } from '../../kit/states';
import { Header } from '../Header';
import { matches, Search } from '../Search';
import { KindIcon } from '../sources/KindIcon';
import { go, to } from '../route';
import { DeleteQuery } from './DeleteQuery';
import { NewQuery, OpenQuery } from './QueryPage';

export function Queries({ rest: [first, source] }: { rest: string[] }) {
  if (first === 'new') return <NewQuery key={source ?? ''} source={source} />;
  return first ? <OpenQuery key={first} id={first} /> : <QueryList />;
}

function QueryList() {
  const queries = useFetched('GET queries', {});
  const sources = useFetched('GET sources', {});
  const [typed, setTyped] = useState('');
  const names = new Map((sources.data ?? []).map(({ id, name }) => [id, name]));
  const add = (
    <LinkButton look="primary" icon={IconPlus} href={to('queries', 'new')}>
      New query
    </LinkButton>
  );
  return (
    <section>
      <Header title="Queries">
        {(queries.data?.length ?? 0) > 6 && <Search label="Search queries" value={typed} onChange={setTyped} />}
        {add}
      </Header>
      <Loaded result={queries}>
        {found =>
          found.length === 0 ? (
            <Empty icon={IconTerminal2} title="No saved queries yet" actions={add}>
              A saved query has a name. Notebooks run it with <code>ws.query("name").run()</code>, jobs and scripts over
              the API; its <code>{'{{parameters}}'}</code> are bound as values, never pasted into the text.
            </Empty>
          ) : (
            <ul className="tj-Rows">
              {found
                .filter(query => matches(typed, query.name, query.kind))
                .map(query => (
                  <QueryRow key={query.id} query={query} source={query.source ? names.get(query.source) : undefined} />
                ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}

function QueryRow({ query, source }: { query: QueryReply; source: string | undefined }) {
  const [deleting, setDeleting] = useState(false);
  const { onContextMenu, ...more } = useMore();
  const close = (): void => setDeleting(false);
  return (
    <li className="tj-Row" onContextMenu={onContextMenu}>
      <KindIcon kind={query.kind} size={20} />
      <div className="tj-Row-words">
        <a className="tj-Card-link" href={to('queries', query.id)}>
          {query.name}
        </a>
        <span className="tj-Quiet">{source ?? query.kind}</span>
      </div>
      {query.parameters.length > 0 && <span className="tj-Tag">{query.parameters.join(', ')}</span>}
      <span className="tj-Row-time tj-Quiet">
        <Moment at={query.updatedAt} />
      </span>
      <More
        label={`More for ${query.name}`}
        {...more}
        items={[
          { label: 'Open', icon: IconPencil, run: () => go(to('queries', query.id)) },
          { label: 'Delete…', icon: IconTrash, danger: true, run: () => setDeleting(true) },
        ]}
      />
      {deleting && <DeleteQuery query={query} onClose={close} onDeleted={close} />}
    </li>
  );
}
