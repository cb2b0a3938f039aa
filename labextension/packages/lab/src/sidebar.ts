/** The sidebar: apps, data sources and queries in sections that fold, with what can be done to each on a right click. */

import { ILayoutRestorer, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { Clipboard, CommandToolbarButton, Notification } from '@jupyterlab/apputils';
import { addIcon, PanelWithToolbar, refreshIcon, SidePanel } from '@jupyterlab/ui-components';
import type { Message } from '@lumino/messaging';

import { commands } from './commands';
import { logo } from './icons';
import { ItemList, itemAt, ITEM_CLASS, type Act } from './items';
import { address, test, type Item, type Noun } from './server';
import { IWorkspace } from './tokens';
import type { Workspace } from './workspace';

interface Section {
  noun: Noun;
  title: string;
  empty: string;
  create: string;
  createLabel: string;
}

const SECTIONS: Section[] = [
  {
    noun: 'apps',
    title: 'Apps',
    empty: 'No apps yet. Make one with +, or compose it in a notebook.',
    create: commands.newApp,
    createLabel: 'New app',
  },
  {
    noun: 'sources',
    title: 'Data sources',
    empty: 'No data sources yet. Add the first with +.',
    create: commands.newSource,
    createLabel: 'New data source',
  },
  {
    noun: 'queries',
    title: 'Queries',
    empty: 'No saved queries yet. Write one with +.',
    create: commands.newQuery,
    createLabel: 'New query',
  },
];

/** What the menu of an item of each noun offers. */
const MENUS: Record<Noun, string[]> = {
  apps: [commands.openItem, commands.openAppInBrowser, commands.manageApps],
  sources: [commands.openItem, commands.newQueryOnSource, commands.testSource],
  queries: [commands.openItem, commands.copyQuery],
};

class Sidebar extends SidePanel {
  constructor(private readonly workspace: Workspace) {
    super();
    this.id = 'tooljet-sidebar';
    this.addClass('tj-LabSidebar');
    this.title.icon = logo;
    this.title.caption = 'ToolJet';
  }

  /** What others made meanwhile is there when the sidebar is opened. */
  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    void this.workspace.refresh();
  }
}

function section(
  lab: JupyterFrontEnd,
  workspace: Workspace,
  { noun, title, empty, create, createLabel }: Section,
  act: Act
): PanelWithToolbar {
  const panel = new PanelWithToolbar();
  panel.title.label = title;
  panel.addWidget(new ItemList({ workspace, noun, title, empty, act }));
  const made = { commands: lab.commands, id: create, icon: addIcon, label: '', caption: createLabel };
  panel.toolbar.addItem('new', new CommandToolbarButton(made));
  return panel;
}

/** Where the last right click was: what a menu's command is about. */
function underCursor(lab: JupyterFrontEnd): { noun: Noun; item: Item } | undefined {
  const node = lab.contextMenuHitTest(found => found.classList.contains(ITEM_CLASS));
  return node && itemAt(node);
}

async function tell(source: Item): Promise<void> {
  const seconds = test(source.id);
  Notification.promise(seconds, {
    pending: { message: `Testing ${source.name} …` },
    success: { message: found => `${source.name} answered in ${Math.max(1, Math.round(Number(found) * 1000))} ms.` },
    error: { message: reason => `${source.name}: ${reason instanceof Error ? reason.message : String(reason)}` },
  });
}

function addCommands(lab: JupyterFrontEnd, workspace: Workspace, act: Act): void {
  const add = lab.commands.addCommand.bind(lab.commands);
  const about = (run: (item: Item, noun: Noun) => unknown) => () => {
    const found = underCursor(lab);
    return found && run(found.item, found.noun);
  };
  const released = (): boolean => underCursor(lab)?.item.released != null;
  add(commands.openAppInBrowser, {
    label: 'Open in New Browser Tab',
    isEnabled: released,
    execute: about(item => window.open(address(`apps/${item.slug}`), '_blank', 'noopener')),
  });
  add(commands.manageApps, {
    label: 'Rename, Release, Export…',
    execute: () => lab.commands.execute(commands.openHome, { part: 'apps' }),
  });
  add(commands.openItem, { label: 'Open', execute: about((item, noun) => act(noun, item)) });
  add(commands.newQueryOnSource, {
    label: 'New Query',
    execute: about(item => lab.commands.execute(commands.openHome, { part: `queries/new/${item.id}` })),
  });
  add(commands.testSource, { label: 'Test Connection', execute: about(item => tell(item)) });
  add(commands.copyQuery, {
    label: 'Copy as Python',
    caption: 'What runs this query in a notebook',
    execute: about(item => Clipboard.copyToSystem(`tj.connect().query(${JSON.stringify(item.name)}).run()`)),
  });
  add(commands.refresh, {
    label: 'Refresh',
    caption: 'Refresh',
    icon: refreshIcon,
    execute: () => workspace.refresh(),
  });
}

function addMenus(lab: JupyterFrontEnd): void {
  for (const [noun, ids] of Object.entries(MENUS))
    for (const [rank, command] of ids.entries())
      lab.contextMenu.addItem({ command, selector: `.${ITEM_CLASS}[data-noun="${noun}"]`, rank });
}

/** What a click does. */
function actions(lab: JupyterFrontEnd): Act {
  return (noun, item) => {
    if (noun !== 'apps') return void lab.commands.execute(commands.openHome, { part: `${noun}/${item.id}` });
    // A draft has nothing to show yet: the home page can release it.
    if (item.released === null) return void lab.commands.execute(commands.openHome, { part: 'apps' });
    return void lab.commands.execute(commands.openApp, { slug: item.slug, name: item.name });
  };
}

function activate(lab: JupyterFrontEnd, workspace: Workspace, restorer: ILayoutRestorer | null): void {
  const act = actions(lab);
  addCommands(lab, workspace, act);
  addMenus(lab);
  const panel = new Sidebar(workspace);
  panel.toolbar.addItem(
    'home',
    new CommandToolbarButton({ commands: lab.commands, id: commands.openHome, label: 'Home', icon: logo })
  );
  panel.toolbar.addItem(
    'refresh',
    new CommandToolbarButton({ commands: lab.commands, id: commands.refresh, label: '' })
  );
  for (const part of SECTIONS) panel.addWidget(section(lab, workspace, part, act));
  restorer?.add(panel, panel.id);
  lab.shell.add(panel, 'left', { rank: 350, type: 'ToolJet' });
}

export const sidebar: JupyterFrontEndPlugin<void> = {
  id: '@tooljet/lab:sidebar',
  description: 'Lists apps, data sources and queries in the left sidebar.',
  autoStart: true,
  requires: [IWorkspace],
  optional: [ILayoutRestorer],
  activate,
};
