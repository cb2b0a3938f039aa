/** A page of the ToolJet server in a tab of JupyterLab: an iframe, so that no style leaks either way. */

import { IFrame, MainAreaWidget, ToolbarButton } from '@jupyterlab/apputils';
import { launchIcon, refreshIcon } from '@jupyterlab/ui-components';
import { Signal, type ISignal } from '@lumino/signaling';

import { logo } from './icons';
import { readMessage, type Message } from './messages';
import { address } from './server';

export interface PageOptions {
  id: string;
  title: string;
  /** Below `/tooljet/`; a hash leads to a part of the home page. */
  path: string;
}

/** What the frame may do: everything of this origin but lead the whole of JupyterLab away. */
const ALLOWED = [
  'allow-same-origin',
  'allow-scripts',
  'allow-forms',
  'allow-popups',
  'allow-downloads',
  'allow-modals',
] as const;

export class Page extends MainAreaWidget<IFrame> {
  constructor({ id, title, path }: PageOptions) {
    super({ content: new IFrame({ sandbox: [...ALLOWED] }) });
    this.id = id;
    this.addClass('tj-LabPage');
    this._path = path;
    this.title.label = title;
    this.title.caption = `ToolJet: ${title}`;
    this.title.icon = logo;
    this.title.closable = true;
    this.toolbar.addItem(
      'reload',
      new ToolbarButton({ icon: refreshIcon, tooltip: 'Reload', onClick: () => this.reload() })
    );
    this.toolbar.addItem(
      'browser',
      new ToolbarButton({ icon: launchIcon, tooltip: 'Open in a new browser tab', onClick: () => this.openInBrowser() })
    );
    this.frame.title = title;
    this.frame.addEventListener('load', this.loaded);
    window.addEventListener('message', this.told);
    this.content.url = address(path);
  }

  /** Where the page is now, for restoring it after a reload. */
  get path(): string {
    return this._path;
  }

  /** The page moved to another part of itself. */
  get moved(): ISignal<this, string> {
    return this._moved;
  }

  /** The page said something. */
  get messages(): ISignal<this, Message> {
    return this._messages;
  }

  /** Leads to another part of the same page; without a new load where only the hash differs. */
  go(path: string): void {
    this._path = path;
    this.frame.contentWindow?.location.replace(address(path));
  }

  reload(): void {
    this.frame.contentWindow?.location.reload();
  }

  /** Tells the page light or dark. */
  tell(theme: 'light' | 'dark'): void {
    this._theme = theme;
    this.frame.contentWindow?.postMessage({ type: 'tooljet:theme', theme }, location.origin);
  }

  override dispose(): void {
    window.removeEventListener('message', this.told);
    super.dispose();
  }

  private get frame(): HTMLIFrameElement {
    const found = this.content.node.querySelector('iframe');
    if (!found) throw new Error('The tab has no frame.');
    return found;
  }

  private openInBrowser(): void {
    window.open(address(this._path), '_blank', 'noopener');
  }

  private readonly loaded = (): void => {
    this.tell(this._theme);
    const page = this.frame.contentWindow;
    page?.addEventListener('hashchange', () => {
      this._path = `${this._path.split('#')[0]}${page.location.hash}`;
      this._moved.emit(this._path);
    });
  };

  private readonly told = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.frame.contentWindow || event.origin !== location.origin) return;
    const message = readMessage(event.data);
    if (message?.type === 'tooljet:ready') this.tell(this._theme);
    if (message) this._messages.emit(message);
  };

  private _path: string;
  private _theme: 'light' | 'dark' = 'light';
  private readonly _moved = new Signal<this, string>(this);
  private readonly _messages = new Signal<this, Message>(this);
}
