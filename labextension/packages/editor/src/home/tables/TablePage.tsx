/** One of the workspace's tables: its first rows and its columns. */
import { useQuery } from '@tanstack/react-query';
import type { TableReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { call } from '../../api/call';
import { useFetched, useSend } from '../../api/hooks';
import { rowsOf } from '../../grid/format';
import { ResultGrid } from '../../grid/ResultGrid';
import { IconButton } from '../../kit/Button';
import { IconRefresh, IconTrash } from '../../kit/glyphs';
import { amount } from '../../kit/moments';
import { Loaded, Waiting } from '../../kit/states';
import { AskDelete } from '../Ask';
import { Header } from '../Header';
import { go, to } from '../route';
import { columnsOf, TYPES } from './columns';

const FIRST_ROWS = 500;
const UP = { title: 'Tables', href: to('tables') };

export function TablePage({ id }: { id: string }) {
  const table = useFetched('GET tables/{table}', { path: { table: id } });
  return <Loaded result={table}>{found => <Shown table={found} />}</Loaded>;
}

function Shown({ table }: { table: TableReply }) {
  const [deleting, setDeleting] = useState(false);
  const columns = columnsOf(table);
  const rows = useQuery({
    queryKey: ['table-rows', table.id],
    queryFn: () =>
      call('POST queries/run', {
        body: {
          kind: 'tooljetdb',
          options: { operation: 'list_rows', table_id: table.id, list_rows: { limit: String(FIRST_ROWS) } },
        },
      }),
    staleTime: 0,
  });
  return (
    <section>
      <Header title={table.name} up={UP}>
        <IconButton label="Refresh" icon={IconRefresh} onClick={() => void rows.refetch()} />
        <IconButton label="Delete" icon={IconTrash} onClick={() => setDeleting(true)} />
      </Header>
      <ul className="tj-Schema" aria-label="Columns">
        {columns.map(({ name, type, primaryKey, notNull }) => (
          <li key={name}>
            <code>{name}</code>
            <span className="tj-Quiet">
              {TYPES.find(known => known.value === type)?.label ?? type}
              {primaryKey ? ', key' : notNull ? ', required' : ''}
            </span>
          </li>
        ))}
      </ul>
      <Loaded result={rows} waiting={<Waiting lines={6} height={28} />}>
        {({ data }) => {
          const found = rowsOf(data) ?? [];
          if (found.length === 0)
            return (
              <p className="tj-Quiet">
                The table is empty. A query on the ToolJet Database with the operation “Create row” fills it.
              </p>
            );
          return (
            <div className="tj-Result">
              <p className="tj-Result-facts">
                {found.length === FIRST_ROWS ? `The first ${FIRST_ROWS} rows` : amount(found.length, 'row')}
              </p>
              <ResultGrid label={`Rows of ${table.name}`} columns={columns} rows={found} height={560} />
            </div>
          );
        }}
      </Loaded>
      {deleting && <DeleteTable table={table} onClose={() => setDeleting(false)} />}
    </section>
  );
}

function DeleteTable({ table, onClose }: { table: TableReply; onClose: () => void }) {
  const { mutate, isPending, error } = useSend('DELETE tables/{table}');
  const remove = (): void =>
    mutate({ path: { table: table.id } }, { onSuccess: () => go(to('tables'), { instead: true }) });
  return (
    <AskDelete what={table.name} busy={isPending} error={error} onClose={onClose} onDelete={remove}>
      The table is dropped with all its rows. This cannot be undone.
    </AskDelete>
  );
}
