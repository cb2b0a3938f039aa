/** The viewer's page: fetches the released app while its frame loads, and is the app's host. */
import { createHost, type Host, type Init } from '@tooljet/frame';
import type { LogEntry } from '@tooljet/runtime';
import type { ReleasedApp } from '@tooljet/schema';
import { act } from './actions';
import { addressOf, paramsOf, placeOf, urlparams, withoutSecrets, type Place } from './address';
import { Bar } from './bar';
import { readConfig } from './config';
import { Screen } from './screen';
import { Server } from './server';
import { Session } from './session';
import { followTheme } from './theme';
import { SILENT, troubleOf } from './trouble';
import './viewer.css';

// A link with a token in it is for one person once: not for the history, a screenshot or the next one it is sent to.
const clean = withoutSecrets(location.href);
if (clean !== location.href) history.replaceState(history.state, '', clean);

const config = readConfig(document);
const root = `${config.baseUrl}tooljet/apps/${encodeURIComponent(config.app)}`;
const server = new Server(config);
const screen = new Screen(document.getElementById('tooljet') ?? document.body);
let theme: 'light' | 'dark' = 'light';
let released: ReleasedApp | undefined;
let host: Host | undefined;
const session = config.record ? recorded() : undefined;

/** What the address says that is not the app's business: which version is previewed, and for which recording, stays in it from page to page. */
const kept: [string, string][] = [];
if (config.version) kept.push(['version', config.version]);
if (config.record) kept.push(['record', config.record]);

/** A preview may live at another address; then the address bar is left alone. */
function here(): Place {
  const place = placeOf(root, location) ?? { page: config.page, params: paramsOf(location.search) };
  return { ...place, params: place.params.filter(([name]) => !kept.some(([other]) => other === name)) };
}

function address({ page, params }: Place): string {
  return addressOf(root, { page, params: [...params, ...kept] });
}

async function init(): Promise<Init> {
  const [user, shown] = await Promise.all([server.user(), released ?? server.app()]);
  released = shown;
  const { app, definition, constants, environment } = released;
  document.title = app.name;
  const params = urlparams(here());
  const globals = {
    currentUser: user,
    environment: { name: environment },
    theme: { name: theme },
    urlparams: params,
    modeOf: { value: 'view' as const },
  };
  return {
    type: 'init',
    app,
    definition,
    constants,
    globals,
    urlparams: params,
    theme,
    page: here().page || undefined,
    record: session !== undefined,
  };
}

/** The app opened one of its pages: the address follows, unless it came from there. */
function moved(place: Place): void {
  const next = address(place);
  if (placeOf(root, location) && next !== address(here())) history.pushState(null, '', next);
  host?.update({ urlparams: urlparams(place) });
}

function titled(page: string, pages: number): void {
  const name = released?.app.name ?? '';
  document.title = pages > 1 ? `${page} · ${name}` : name;
}

/** A builder who looks at a released app finds its errors in the browser's console. */
function logged({ level, source, message }: LogEntry): void {
  if (level === 'debug') return;
  const say = { error: console.error, warning: console.warn, info: console.info }[level];
  say(`${source.name}${source.property ? `.${source.property}` : ''}: ${message}`);
}

/** The session of this page, under a bar that says so. */
function recorded(): Session {
  const bar = new Bar(screen.stage, () =>
    location.assign(addressOf(root, { page: here().page, params: unrecorded() }))
  );
  const begun = new Session(server, {
    changed: () => bar.show(begun),
    definition: () => released?.definition,
    place: () => ({ page: here().page, params: urlparams(here()) }),
  });
  bar.show(begun);
  return begun;
}

function unrecorded(): [string, string][] {
  return [...here().params, ...kept.filter(([name]) => name !== 'record')];
}

function restart(): void {
  screen.clear();
  host?.restart();
}

function start(): void {
  const existing = document.querySelector<HTMLIFrameElement>('#tooljet-frame') ?? undefined;
  const query = config.version ? `?version=${encodeURIComponent(config.version)}` : '';
  host = createHost({
    element: screen.stage,
    source: { url: `${config.baseUrl}tooljet/frame/${encodeURIComponent(config.app)}${query}` },
    frame: existing,
    init,
    backend: session?.watching(server) ?? server,
    act: action => act(action, { config, appId: released?.app.id ?? config.app, moved }),
    on: {
      shown: () => screen.shown(),
      title: titled,
      log: logged,
      gesture: gesture => session?.heard(gesture),
      lost: () => screen.tell(SILENT, restart),
      failed: error => screen.tell(troubleOf(error, config), restart),
    },
  });
}

followTheme(now => {
  theme = now;
  host?.update({ theme });
});
window.addEventListener('popstate', () => {
  const page = here().page || homeHandle();
  if (page) session?.add({ kind: 'page', name: page });
  host?.update({ page, urlparams: urlparams(here()) });
});
start();

function homeHandle(): string | undefined {
  const { definition } = released ?? {};
  return definition?.pages.find(page => page.id === definition.homePage)?.handle;
}
