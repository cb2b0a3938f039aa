/** Every kind of data source, by category, narrowed by what is typed. */
import type { PluginReply } from '@tooljet/schema/api';
import { useState } from 'react';
import { useFetched } from '../../api/hooks';
import { Loaded, Waiting } from '../../kit/states';
import { Header } from '../Header';
import { matches, Search } from '../Search';
import { to } from '../route';
import { KindIcon } from './KindIcon';

const CATEGORIES: Record<string, string> = {
  database: 'Databases',
  api: 'APIs',
  'cloud-storage': 'Cloud storage',
  ai: 'AI',
  messaging: 'Messaging',
};

export function KindPicker() {
  const plugins = useFetched('GET plugins', {});
  const [typed, setTyped] = useState('');
  return (
    <section>
      <Header title="Add data source" up={{ title: 'Data sources', href: to('sources') }}>
        <Search label="Search kinds" value={typed} onChange={setTyped} autoFocus />
      </Header>
      <Loaded result={plugins} waiting={<Waiting lines={2} height={72} />}>
        {found => (
          <Kinds plugins={found.filter(plugin => !plugin.static && matches(typed, plugin.title, plugin.kind))} />
        )}
      </Loaded>
    </section>
  );
}

function Kinds({ plugins }: { plugins: PluginReply[] }) {
  if (plugins.length === 0) return <p className="tj-Quiet">No kind of data source matches. Try a shorter word.</p>;
  return Object.entries(CATEGORIES).map(([category, title]) => {
    const some = plugins.filter(plugin => plugin.category === category);
    return some.length === 0 ? null : (
      <div key={category} className="tj-Kinds">
        <h2>{title}</h2>
        <ul>
          {some.map(({ kind, title: words }) => (
            <li key={kind}>
              <a href={to('sources', 'new', kind)}>
                <KindIcon kind={kind} size={20} />
                {words}
              </a>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
