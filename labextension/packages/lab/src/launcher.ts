/** Cards in the launcher: one for ToolJet, and one for each released app, so that an app is one click away. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILauncher } from '@jupyterlab/launcher';
import { DisposableSet } from '@lumino/disposable';

import { CATEGORY, commands } from './commands';
import { IWorkspace } from './tokens';
import type { Workspace } from './workspace';

/** More than these would push everything else out of sight; the sidebar has them all. */
const MOST_CARDS = 8;

function activate(_: JupyterFrontEnd, workspace: Workspace, cards: ILauncher | null): void {
  if (!cards) return;
  cards.add({ command: commands.openHome, args: { inLauncher: true }, category: CATEGORY, rank: 0 });
  let shown = new DisposableSet();
  workspace.changed.connect((_sender, noun) => {
    if (noun !== 'apps') return;
    shown.dispose();
    shown = new DisposableSet();
    const released = workspace.listing('apps').items.filter(item => item.released !== null);
    for (const [at, { slug, name }] of released.slice(0, MOST_CARDS).entries())
      shown.add(cards.add({ command: commands.openApp, args: { slug, name }, category: CATEGORY, rank: at + 1 }));
  });
  void workspace.refresh();
}

export const launcher: JupyterFrontEndPlugin<void> = {
  id: '@tooljet/lab:launcher',
  description: 'Adds ToolJet and its released apps to the launcher.',
  autoStart: true,
  requires: [IWorkspace],
  optional: [ILauncher],
  activate,
};
