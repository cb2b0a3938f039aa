/** The apps of the workspace as cards; a file dropped here becomes an app. */
import type { AppSummary } from '@tooljet/schema/api';
import { useRef, useState, type DragEvent } from 'react';
import { useFetched } from '../../api/hooks';
import { Button } from '../../kit/Button';
import { IconApps, IconPlus, IconUpload } from '../../kit/glyphs';
import { Empty, Loaded, Waiting } from '../../kit/states';
import { Header } from '../Header';
import { matches, Search } from '../Search';
import { go, to } from '../route';
import { AppCard } from './AppCard';
import { NewApp } from './NewApp';
import { useImport } from './useImport';

export function Apps({ making }: { making: boolean }) {
  const apps = useFetched('GET apps', {});
  const [typed, setTyped] = useState('');
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const { take, busy } = useImport();

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) take(file);
  }

  const actions = (
    <>
      <Button icon={IconUpload} busy={busy} onClick={() => files.current?.click()}>
        Import
      </Button>
      <Button look="primary" icon={IconPlus} onClick={() => go(to('apps', 'new'))}>
        New app
      </Button>
    </>
  );
  return (
    <section
      className={over ? 'tj-Apps tj-mod-over' : 'tj-Apps'}
      onDragOver={event => (event.preventDefault(), setOver(true))}
      onDragLeave={event => event.currentTarget === event.target && setOver(false)}
      onDrop={drop}
    >
      <Header title="Apps">
        {(apps.data?.length ?? 0) > 6 && <Search label="Search apps" value={typed} onChange={setTyped} />}
        {actions}
      </Header>
      <input
        ref={files}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) take(file);
        }}
      />
      <Loaded result={apps} waiting={<Waiting lines={3} height={112} />}>
        {found =>
          found.length === 0 ? (
            <Empty icon={IconApps} title="No apps yet" actions={actions}>
              An app is a page of components on your data, released under an address of its own. Start an empty one,
              compose it in a notebook with <code>tj.App</code>, or drop an exported file here.
            </Empty>
          ) : (
            <Cards apps={found.filter(app => matches(typed, app.name, app.slug))} />
          )
        }
      </Loaded>
      {over && <div className="tj-Apps-drop">Drop the file to import the app</div>}
      {making && <NewApp onClose={() => go(to('apps'), { instead: true })} />}
    </section>
  );
}

function Cards({ apps }: { apps: AppSummary[] }) {
  if (apps.length === 0) return <p className="tj-Quiet">No app matches.</p>;
  return (
    <ul className="tj-Cards">
      {apps.map(app => (
        <AppCard key={app.id} app={app} />
      ))}
    </ul>
  );
}
