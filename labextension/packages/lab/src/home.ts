/** The command that opens ToolJet's home page in a tab of the main area. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';

import { pageTab } from './page';

const OPEN_HOME = 'tooljet:open-home';

function activate(app: JupyterFrontEnd, palette: ICommandPalette | null): void {
  app.commands.addCommand(OPEN_HOME, {
    label: 'ToolJet: Open Home',
    caption: 'Apps, data sources and queries of this workspace',
    execute: () => {
      const tab = pageTab('tooljet-home', 'ToolJet', '');
      app.shell.add(tab, 'main');
      app.shell.activateById(tab.id);
    },
  });
  palette?.addItem({ command: OPEN_HOME, category: 'ToolJet' });
}

export const home: JupyterFrontEndPlugin<void> = {
  id: '@tooljet/lab:home',
  description: 'Opens the home page of ToolJet.',
  autoStart: true,
  optional: [ICommandPalette],
  activate,
};
