/** A page of the ToolJet server shown in a tab of JupyterLab: an iframe, so that no style leaks either way. */

import { IFrame, MainAreaWidget } from '@jupyterlab/apputils';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';

/** Return a new tab that shows the page at `path` below `/tooljet/`. */
export function pageTab(id: string, title: string, path: string): MainAreaWidget<IFrame> {
  const content = new IFrame({
    sandbox: ['allow-same-origin', 'allow-scripts', 'allow-forms', 'allow-popups', 'allow-downloads', 'allow-modals'],
  });
  content.url = `${URLExt.join(PageConfig.getBaseUrl(), 'tooljet')}/${path}`;
  const tab = new MainAreaWidget({ content });
  tab.id = id;
  tab.title.label = title;
  tab.title.closable = true;
  return tab;
}
