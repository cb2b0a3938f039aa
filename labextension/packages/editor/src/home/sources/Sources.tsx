/** Data sources: the list, the choice of a kind, and the form of one. */
import { useFetched } from '../../api/hooks';
import { LinkButton } from '../../kit/Button';
import { IconDatabase, IconPlus } from '../../kit/glyphs';
import { Empty, Loaded } from '../../kit/states';
import { Header } from '../Header';
import { to } from '../route';
import { KindPicker } from './KindPicker';
import { EditSource, NewSource } from './SourcePage';
import { SourceRow } from './SourceRow';

/** Up to so many sources are tried by themselves when the list is shown. */
const TRIED_AT_ONCE = 12;

export function Sources({ rest: [first, kind] }: { rest: string[] }) {
  if (first === 'new') return kind ? <NewSource key={kind} kind={kind} /> : <KindPicker />;
  return first ? <EditSource key={first} id={first} /> : <SourceList />;
}

function SourceList() {
  const sources = useFetched('GET sources', {});
  const add = (
    <LinkButton look="primary" icon={IconPlus} href={to('sources', 'new')}>
      Add data source
    </LinkButton>
  );
  return (
    <section>
      <Header title="Data sources">{add}</Header>
      <Loaded result={sources}>
        {found =>
          found.length === 0 ? (
            <Empty icon={IconDatabase} title="No data sources yet" actions={add}>
              A data source is a database or a service that queries run on. Its secrets are stored encrypted and never
              leave the server.
            </Empty>
          ) : (
            <ul className="tj-Rows">
              {found.map(source => (
                <SourceRow key={source.id} source={source} tryNow={found.length <= TRIED_AT_ONCE} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
