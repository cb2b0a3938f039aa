/** ToolJet in JupyterLab: what this extension adds to the application. */

import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { home } from './home';

const plugins: JupyterFrontEndPlugin<void>[] = [home];

export default plugins;
