/** The workspace's own tables: the list, a new one, and the rows of one. */
import type { TableReply } from '@tooljet/schema/api';
import { useFetched } from '../../api/hooks';
import { Button } from '../../kit/Button';
import { IconPlus, IconTable } from '../../kit/glyphs';
import { amount } from '../../kit/moments';
import { Empty, Loaded } from '../../kit/states';
import { Header } from '../Header';
import { go, to } from '../route';
import { columnsOf } from './columns';
import { NewTable } from './NewTable';
import { TablePage } from './TablePage';

export function Tables({ rest: [first] }: { rest: string[] }) {
  if (first && first !== 'new') return <TablePage key={first} id={first} />;
  return <TableList making={first === 'new'} />;
}

function TableList({ making }: { making: boolean }) {
  const tables = useFetched('GET tables', {});
  const add = (
    <Button look="primary" icon={IconPlus} onClick={() => go(to('tables', 'new'))}>
      New table
    </Button>
  );
  return (
    <section>
      <Header title="Tables">{add}</Header>
      <Loaded result={tables}>
        {found =>
          found.length === 0 ? (
            <Empty icon={IconTable} title="No tables yet" actions={add}>
              Tables of the ToolJet Database belong to the workspace: for what an app has to remember and no other
              database holds. Queries list, add, change and join their rows.
            </Empty>
          ) : (
            <ul className="tj-Rows">
              {found.map(table => (
                <TableRow key={table.id} table={table} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <NewTable onClose={() => go(to('tables'), { instead: true })} />}
    </section>
  );
}

function TableRow({ table }: { table: TableReply }) {
  const columns = columnsOf(table);
  return (
    <li className="tj-Row">
      <span className="tj-Row-icon">
        <IconTable size={20} stroke={1.5} aria-hidden />
      </span>
      <div className="tj-Row-words">
        <a className="tj-Card-link" href={to('tables', table.id)}>
          {table.name}
        </a>
        <span className="tj-Quiet">{columns.map(column => column.name).join(', ')}</span>
      </div>
      <span className="tj-Quiet">{amount(columns.length, 'column')}</span>
    </li>
  );
}
