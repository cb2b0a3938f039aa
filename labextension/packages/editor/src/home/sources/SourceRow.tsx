/** One data source in the list: its kind, whether it answers, and what can be done with it. */
import { useQuery } from '@tanstack/react-query';
import type { SourceReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { call } from '../../api/call';
import { asRefusal } from '../../api/errors';
import { IconPencil, IconRefresh, IconTerminal2, IconTrash } from '../../kit/glyphs';
import { Moment } from '../../kit/Moment';
import { took } from '../../kit/moments';
import { More, useMore } from '../../kit/More';
import { go, to } from '../route';
import { DeleteSource } from './DeleteSource';
import { KindIcon } from './KindIcon';

interface SourceRowProps {
  source: SourceReply;
  tryNow: boolean;
}

export function SourceRow({ source, tryNow }: SourceRowProps) {
  const [deleting, setDeleting] = useState(false);
  const { onContextMenu, ...more } = useMore();
  const tried = useQuery({
    queryKey: ['source-test', source.id, source.updatedAt],
    queryFn: () => call('POST sources/{source}/test', { path: { source: source.id } }),
    enabled: tryNow,
    retry: false,
    staleTime: 300_000,
  });
  return (
    <li className="tj-Row" onContextMenu={onContextMenu}>
      <KindIcon kind={source.kind} size={20} />
      <div className="tj-Row-words">
        <a className="tj-Card-link" href={to('sources', source.id)}>
          {source.name}
        </a>
        <span className="tj-Quiet">{source.title}</span>
      </div>
      <Status tried={tried} />
      <span className="tj-Row-time tj-Quiet">
        <Moment at={source.updatedAt} />
      </span>
      <More
        label={`More for ${source.name}`}
        {...more}
        items={[
          { label: 'Edit', icon: IconPencil, run: () => go(to('sources', source.id)) },
          { label: 'New query', icon: IconTerminal2, run: () => go(to('queries', 'new', source.id)) },
          { label: 'Test connection', icon: IconRefresh, run: () => void tried.refetch() },
          { label: 'Delete…', icon: IconTrash, danger: true, run: () => setDeleting(true) },
        ]}
      />
      {deleting && (
        <DeleteSource source={source} onClose={() => setDeleting(false)} onDeleted={() => setDeleting(false)} />
      )}
    </li>
  );
}

interface Tried {
  data?: { seconds: number };
  error: Error | null;
  isFetching: boolean;
}

function Status({ tried: { data, error, isFetching } }: { tried: Tried }) {
  if (isFetching) return <span className="tj-Tag">Testing…</span>;
  if (error)
    return (
      <span className="tj-Tag tj-mod-danger" title={asRefusal(error).message}>
        Does not answer
      </span>
    );
  if (!data) return <span className="tj-Tag">Not tested</span>;
  return (
    <span className="tj-Tag tj-mod-success" title={`Answered in ${took(data.seconds)}`}>
      Connected
    </span>
  );
}
