/** An app's output in a notebook: the living widget, and where there is none the last picture of it. */

import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { IRenderMime } from '@jupyterlab/rendermime-interfaces';
import { DisposableDelegate, type IDisposable } from '@lumino/disposable';
import { PanelLayout, Widget } from '@lumino/widgets';

/** What the kernel says beside the widget and its picture: that the output is an app, and of what model. */
const APP = 'application/vnd.tooljet.app+json';
const WIDGET = 'application/vnd.jupyter.widget-view+json';

/** Before the renderer of widgets, whose rank is -10. */
const RANK = -20;

/** Outputs may be drawn before a notebook has its renderer of widgets; that comes within moments. */
const LOOK_EVERY_MS = 250;
const LOOK_TIMES = 120;

const PNG = 'image/png';
const SVG = 'image/svg+xml';

/** Said by `widget/src/shots.ts`. */
const PICTURE = 'tooljet-picture';

export class AppOutput extends Widget implements IRenderMime.IRenderer {
  private readonly picture = document.createElement('figure');
  private readonly image = document.createElement('img');
  private readonly panel = new PanelLayout();
  private readonly observer = new MutationObserver(() => this.update());
  private readonly looking: number;
  private looked = 0;
  private factory: IRenderMime.IRendererFactory | undefined;
  private inner: IRenderMime.IRenderer;
  private model: IRenderMime.IMimeModel | undefined;
  private shown: unknown;

  constructor(private readonly rendermime: IRenderMimeRegistry) {
    super();
    this.addClass('tj-LabOutput');
    this.node.setAttribute('data-tooljet-keeps-pictures', '');
    this.layout = this.panel;
    this.picture.className = 'tj-LabOutput-picture';
    const words = document.createElement('figcaption');
    words.textContent = 'A picture of the app. Run the cell to bring it to life.';
    this.picture.append(this.image, words);
    this.node.append(this.picture);
    this.inner = this.createInner();
    this.looking = window.setInterval(() => this.look(), LOOK_EVERY_MS);
    this.node.addEventListener(PICTURE, this.keep);
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    this.model = model;
    this.draw();
    const widget = JSON.stringify(model.data[WIDGET]);
    // A new picture is no reason to start the app again.
    if (widget === this.shown) return;
    this.shown = widget;
    await this.inner.renderModel(model);
    this.update();
  }

  override dispose(): void {
    window.clearInterval(this.looking);
    this.observer.disconnect();
    this.node.removeEventListener(PICTURE, this.keep);
    super.dispose();
  }

  protected override onUpdateRequest(): void {
    const isLive = this.inner.node.firstElementChild !== null && !this.inner.isHidden;
    const hasPicture = this.image.src !== '';
    this.picture.hidden = isLive || !hasPicture;
    this.inner.node.classList.toggle('tj-mod-away', !isLive && hasPicture);
  }

  private createInner(): IRenderMime.IRenderer {
    this.factory = this.rendermime.getFactory(WIDGET);
    const inner = this.rendermime.createRenderer(WIDGET);
    inner.addClass('tj-LabOutput-widget');
    this.panel.addWidget(inner);
    // The renderer of widgets says in words that it waits, or found nothing; a widget is an element.
    this.observer.disconnect();
    this.observer.observe(inner.node, { childList: true, attributes: true, attributeFilter: ['class'] });
    return inner;
  }

  /** Takes the notebook's own renderer of widgets once there is one: only that knows the kernel. */
  private look(): void {
    this.looked += 1;
    if (this.looked === LOOK_TIMES) window.clearInterval(this.looking);
    if (this.rendermime.getFactory(WIDGET) === this.factory) return;
    this.inner.dispose();
    this.inner = this.createInner();
    if (this.model) void this.inner.renderModel(this.model).then(() => this.update());
  }

  /** Puts the picture into the output, and so into the notebook's file. */
  private readonly keep = (event: Event): void => {
    const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
    const png = typeof detail === 'object' && detail !== null && 'png' in detail ? detail.png : undefined;
    if (!this.model || typeof png !== 'string' || png === this.model.data[PNG]) return;
    const { [SVG]: _outline, ...data } = this.model.data;
    this.model.setData({ data: { ...data, [PNG]: png } });
  };

  private draw(): void {
    const { [PNG]: png, [SVG]: svg } = this.model?.data ?? {};
    if (typeof png === 'string') this.image.src = `data:${PNG};base64,${png.replace(/\s/g, '')}`;
    else if (svg !== undefined) this.image.src = `data:${SVG},${encodeURIComponent(textOf(svg))}`;
    this.image.alt = textOf(this.model?.data['text/plain']);
    this.update();
  }
}

/** Notebooks write long texts as lists of lines. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('') : String(value ?? '');
}

/** Every notebook has renderers of its own. */
class Extension implements DocumentRegistry.WidgetExtension {
  createNew(panel: Widget): IDisposable | undefined {
    const rendermime = rendermimeOf(panel);
    if (!rendermime) return undefined;
    const createRenderer = (): AppOutput => new AppOutput(rendermime);
    rendermime.addFactory({ safe: false, mimeTypes: [APP], createRenderer }, RANK);
    return new DisposableDelegate(() => rendermime.removeMimeType(APP));
  }
}

/** The renderers of a notebook's panel. */
function rendermimeOf(panel: Widget): IRenderMimeRegistry | undefined {
  const content: unknown = 'content' in panel ? panel.content : undefined;
  if (typeof content !== 'object' || content === null || !('rendermime' in content)) return undefined;
  return content.rendermime as IRenderMimeRegistry;
}

export const output: JupyterFrontEndPlugin<void> = {
  id: '@tooljet/lab:output',
  description: 'Shows apps in notebooks, and pictures of them where no kernel runs.',
  autoStart: true,
  activate: (app: JupyterFrontEnd) => void app.docRegistry.addWidgetExtension('Notebook', new Extension()),
};
