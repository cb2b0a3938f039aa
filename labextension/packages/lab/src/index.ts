/** ToolJet in JupyterLab: what this extension adds to the application. */

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { launcher } from './launcher';
import { output } from './output';
import { pages } from './pages';
import { sidebar } from './sidebar';

const plugins: JupyterFrontEndPlugin<unknown>[] = [pages, sidebar, launcher, output];

export default plugins;
