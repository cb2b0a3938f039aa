/** The commands that open ToolJet's pages in tabs, and the tabs' way through a reload. */

import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, InputDialog, IThemeManager, WidgetTracker } from '@jupyterlab/apputils';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CATEGORY, commands } from './commands';
import { app as appIcon, logo, logoInColour } from './icons';
import { Page } from './page';
import { address, type Item } from './server';
import { IWorkspace } from './tokens';
import { Workspace } from './workspace';

const PLUGIN = '@tooljet/lab:pages';
const HOME = 'tooljet-home';

/** A text among the arguments of a command. */
export function given(args: ReadonlyPartialJSONObject, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}

class Opener {
  private readonly tracker = new WidgetTracker<Page>({ namespace: 'tooljet' });
  private openAppsIn = 'tab';

  constructor(
    private readonly lab: JupyterFrontEnd,
    private readonly workspace: Workspace,
    private readonly themes: IThemeManager | null
  ) {
    themes?.themeChanged.connect(() => this.tracker.forEach(page => page.tell(this.theme)));
  }

  restoreWith(restorer: ILayoutRestorer): void {
    void restorer.restore(this.tracker, {
      command: commands.openPage,
      args: page => ({ id: page.id, title: page.title.label, path: page.path }),
      name: page => page.id,
    });
  }

  async follow(registry: ISettingRegistry): Promise<void> {
    const settings = await registry.load(PLUGIN);
    const read = (): void => {
      this.openAppsIn = String(settings.get('openAppsIn').composite);
    };
    settings.changed.connect(read);
    read();
  }

  /** Shows a page in its tab, which may be open already. */
  open(id: string, title: string, path: string): Page {
    const page = this.tracker.find(other => other.id === id) ?? this.make(id, title, path);
    if (page.path !== path) page.go(path);
    this.lab.shell.activateById(page.id);
    return page;
  }

  home(part: string): Page {
    return this.open(HOME, 'ToolJet', part ? `#/${part}` : '');
  }

  app(slug: string, name: string): Page | undefined {
    const path = `apps/${encodeURIComponent(slug)}`;
    if (this.openAppsIn !== 'browser') return this.open(`tooljet-app-${slug}`, name, path);
    window.open(address(path), '_blank', 'noopener');
    return undefined;
  }

  private make(id: string, title: string, path: string): Page {
    const page = new Page({ id, title, path });
    page.tell(this.theme);
    page.moved.connect(() => void this.tracker.save(page));
    page.messages.connect((_, message) => {
      if (message.type === 'tooljet:changed') void this.workspace.changedOnServer(message.noun);
      if (message.type === 'tooljet:open-app') this.app(message.slug, message.name);
    });
    void this.tracker.add(page);
    this.lab.shell.add(page, 'main', { type: 'ToolJet' });
    return page;
  }

  private get theme(): 'light' | 'dark' {
    const name = this.themes?.theme;
    return this.themes && name && !this.themes.isLight(name) ? 'dark' : 'light';
  }
}

/** Asks which released app to open. */
async function askApp(workspace: Workspace): Promise<Item | undefined> {
  await workspace.changedOnServer('apps');
  const apps = workspace.listing('apps').items.filter(item => item.released !== null);
  const { value } = await InputDialog.getItem({
    title: apps.length > 0 ? 'Open app' : 'No app is released yet',
    items: apps.map(item => item.name),
    okLabel: 'Open',
  });
  return apps.find(item => item.name === value);
}

function addCommands(lab: JupyterFrontEnd, opener: Opener, workspace: Workspace): void {
  const add = lab.commands.addCommand.bind(lab.commands);
  add(commands.openPage, {
    label: 'Open a Page of ToolJet',
    describedBy: {
      args: {
        type: 'object',
        properties: { id: { type: 'string' }, title: { type: 'string' }, path: { type: 'string' } },
      },
    },
    execute: args => opener.open(given(args, 'id'), given(args, 'title'), given(args, 'path')),
  });
  add(commands.openHome, {
    label: args => (args.inLauncher ? 'ToolJet' : 'Open Home'),
    caption: 'Apps, data sources and queries of this workspace',
    icon: args => (args.inLauncher ? logoInColour : logo),
    execute: args => opener.home(given(args, 'part')),
  });
  add(commands.openApp, {
    label: args => given(args, 'name') || 'Open App…',
    caption: args => (args.name ? `Open the app ${given(args, 'name')}` : 'Open a released app in a tab'),
    icon: appIcon,
    execute: async args => {
      if (args.slug) return opener.app(given(args, 'slug'), given(args, 'name'));
      const chosen = await askApp(workspace);
      return chosen && opener.app(chosen.slug, chosen.name);
    },
  });
  add(commands.newApp, { label: 'New App', execute: () => opener.home('apps/new') });
  add(commands.newSource, { label: 'New Data Source', execute: () => opener.home('sources/new') });
  add(commands.newQuery, { label: 'New Query', execute: () => opener.home('queries/new') });
  add(commands.openReference, {
    label: 'Open API Reference',
    execute: () => opener.open('tooljet-reference', 'ToolJet API', 'api/docs'),
  });
}

const IN_PALETTE = [
  commands.openHome,
  commands.openApp,
  commands.newApp,
  commands.newSource,
  commands.newQuery,
  commands.openReference,
];

function activate(
  lab: JupyterFrontEnd,
  palette: ICommandPalette | null,
  restorer: ILayoutRestorer | null,
  themes: IThemeManager | null,
  settings: ISettingRegistry | null
): Workspace {
  const workspace = new Workspace();
  const opener = new Opener(lab, workspace, themes);
  addCommands(lab, opener, workspace);
  for (const command of IN_PALETTE) palette?.addItem({ command, category: CATEGORY });
  if (restorer) opener.restoreWith(restorer);
  if (settings)
    opener.follow(settings).catch((error: unknown) => console.error('ToolJet could not read its settings', error));
  return workspace;
}

export const pages: JupyterFrontEndPlugin<Workspace> = {
  id: PLUGIN,
  description: 'Opens the pages of ToolJet in tabs.',
  autoStart: true,
  provides: IWorkspace,
  optional: [ICommandPalette, ILayoutRestorer, IThemeManager, ISettingRegistry],
  activate,
};
