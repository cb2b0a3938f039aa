/** The page's frame: the parts on the left (below on a phone), the chosen one beside them. */
import type { Icon } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { address } from '../api/config';
import { IconApps, IconCode, IconDatabase, IconHistory, IconTable, IconTerminal2 } from '../kit/glyphs';
import { Apps } from './apps/Apps';
import { Queries } from './queries/Queries';
import { useRoute, type Part } from './route';
import { Runs } from './runs/Runs';
import { Sources } from './sources/Sources';
import { Tables } from './tables/Tables';

const parts: Record<Part, { title: string; short: string; icon: Icon; draw: (rest: string[]) => React.ReactNode }> = {
  apps: { title: 'Apps', short: 'Apps', icon: IconApps, draw: rest => <Apps making={rest[0] === 'new'} /> },
  sources: { title: 'Data sources', short: 'Sources', icon: IconDatabase, draw: rest => <Sources rest={rest} /> },
  queries: { title: 'Queries', short: 'Queries', icon: IconTerminal2, draw: rest => <Queries rest={rest} /> },
  tables: { title: 'Tables', short: 'Tables', icon: IconTable, draw: rest => <Tables rest={rest} /> },
  runs: { title: 'Runs', short: 'Runs', icon: IconHistory, draw: () => <Runs /> },
};

export function Home() {
  const { part, rest } = useRoute();
  const { title, draw } = parts[part];
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const place = [part, ...rest].join('/');
  useEffect(() => {
    document.title = `${title} · ToolJet`;
    // A new part is read from its start, by eyes and by screen readers.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [title, place]);
  return (
    <div className="tj-Home">
      <a className="tj-Home-skip" href="#main" onClick={event => (event.preventDefault(), main.current?.focus())}>
        Skip to content
      </a>
      <nav className="tj-Home-nav" aria-label="Workspace">
        <div className="tj-Home-brand">
          <Logo />
          ToolJet
        </div>
        {Object.entries(parts).map(([name, { title: words, short, icon: Drawing }]) => (
          <a key={name} href={`#/${name}`} aria-current={name === part ? 'page' : undefined} aria-label={words}>
            <Drawing size={18} stroke={1.75} aria-hidden />
            <span className="tj-mod-long">{words}</span>
            <span className="tj-mod-short">{short}</span>
          </a>
        ))}
        <a className="tj-Home-reference" href={address('api/docs')} target="_blank" rel="noreferrer">
          <IconCode size={18} stroke={1.75} aria-hidden />
          <span className="tj-mod-long">API reference</span>
          <span className="tj-mod-short">API</span>
        </a>
      </nav>
      <main ref={main} className="tj-Home-main" tabIndex={-1} id="main">
        {draw(rest)}
      </main>
    </div>
  );
}

/** Three blocks that fit together, drawn for this product. */
function Logo() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden>
      <rect x="1" y="1" width="11" height="7" rx="2" fill="var(--tj-brand)" />
      <rect x="1" y="10" width="5" height="9" rx="2" fill="var(--tj-indigo-7)" />
      <rect x="8" y="10" width="11" height="9" rx="2" fill="var(--tj-indigo-11)" />
    </svg>
  );
}
