/** Joins the three sides of a frame: the renderer on the screen, the worker with the runtime, the port to the host. */
import type { HostAction, PageState, Patch } from '@tooljet/runtime';
import { mount, type Mounted } from '@tooljet/renderer';
import type { AppMode, Component, Device } from '@tooljet/schema';
import { deviceByWidth, whenDeviceChanges } from './device';
import type { Engine, EngineListener, HostNews } from './engine';
import { remote } from './files';
import type { Change, Init, Reply, Request, ToHost, Wish } from './protocol';
import { Recorder } from './recorder';
import type { Restart } from './watchdog';
import type { WorkerRequest } from './worker/messages';

const DARK = '(prefers-color-scheme: dark)';

export class Page implements EngineListener {
  private readonly listeners = new Set<(patches: Patch[]) => void>();
  private mounted: Mounted | undefined;
  private readonly waiting = new Map<number, (value: unknown) => void>();
  /** The handle of the page that is shown. */
  private handle: string | undefined;
  /** Calls of the renderer have negative numbers: those of the runtime are the worker's to count. */
  private last = 0;
  private readonly recorder: Recorder | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly init: Init,
    private readonly send: (message: ToHost, transfer?: Transferable[]) => void
  ) {
    if (init.record) this.recorder = new Recorder(gesture => send({ type: 'gesture', gesture }));
  }

  /** Draws the app; before the runtime's first wave as outlines. */
  show(element: HTMLElement): void {
    const { definition, app, theme, page } = this.init;
    const device = this.device();
    const link = {
      definition,
      subscribe: (listener: (patches: Patch[]) => void) => this.subscribe(listener),
      fire: (instance: string, event: string, detail?: Record<string, unknown>) =>
        this.engine.send({ type: 'fire', instance, event, detail }),
      set: (instance: string, values: Record<string, unknown>) => this.engine.send({ type: 'set', instance, values }),
      cells: (instance: string, column: string, rows: number[]) =>
        this.engine.send({ type: 'cells', instance, column, rows }),
      switchPage: (handle: string) => this.choosePage(handle),
      act: (action: HostAction) => this.act(action),
      failed: (component: Component, message: string) => this.failed(component, message),
    };
    const modeChanged = (mode: AppMode): void => this.modeChanged(mode);
    this.recorder?.started(device);
    this.mounted = mount(element, this.recorder?.heard(link) ?? link, {
      title: app.name,
      theme,
      page,
      device,
      modeChanged,
    });
    whenDeviceChanges(() => this.update({}));
    this.watchHeight(element);
    requestAnimationFrame(() => this.send({ type: 'shown' }));
  }

  /** The device the host asked for, else what the width says. */
  device(): Device {
    return this.init.device ?? deviceByWidth();
  }

  update(change: Change): void {
    const { theme, page, device: _device, ...inputs } = change;
    Object.assign(this.init, change);
    const device = this.device();
    this.mounted?.update({
      device,
      ...(theme && { theme }),
      ...(change.definition && { definition: change.definition }),
    });
    // `urlparams` are among the globals: whoever changes those must not take these away.
    const params = inputs.globals && { urlparams: this.init.urlparams };
    this.engine.update({ ...inputs, ...params, device });
    if (page !== undefined && page !== this.handle) this.openPage(page, Object.entries(this.init.urlparams));
  }

  /** The host's answer to a call that the renderer made itself. */
  answered({ call, value }: Reply): void {
    this.waiting.get(call)?.(value);
    this.waiting.delete(call);
  }

  patches(patches: Patch[]): void {
    for (const listener of this.listeners) listener(patches);
    for (const patch of patches) if ('page' in patch) this.pageShown(patch.page);
    this.recorder?.shown(patches);
  }

  call(call: number, request: WorkerRequest): void {
    if (request.name !== 'act') return this.send({ type: 'call', call, request });
    const answer = this.mounted?.perform(request.action);
    this.recorder?.performed(request.action, answer);
    if (answer) void answer.then(value => this.engine.reply({ type: 'reply', call, value }));
    else void this.pass(call, request.action);
  }

  cancel(run: string): void {
    this.send({ type: 'cancel', run });
  }

  log(entry: Parameters<EngineListener['log']>[0]): void {
    this.send({ type: 'log', entry });
  }

  tell(message: HostNews): void {
    this.send(message);
  }

  /** Grants a wish of the host: a picture is taken here, the rest is the runtime's. */
  ask(ask: number, wish: Wish): void {
    if (wish.name === 'picture') void this.takePicture(ask);
    else this.engine.send({ type: 'ask', ask, wish });
  }

  restarted(restart: Restart | undefined): void {
    const notice = restart
      ? told(restart, this.init)
      : 'This app stopped answering again and again. Reload the page to start it anew.';
    this.mounted?.update({ notice });
    this.mounted?.reset();
    this.log({
      level: 'error',
      source: { kind: 'app', id: 'app', name: this.init.app.name },
      message: notice,
      time: Date.now(),
    });
  }

  private async takePicture(ask: number): Promise<void> {
    // Loaded only now: an app that nobody keeps a picture of does not need it.
    const { picture } = await import('./picture');
    const { value, failed } = await picture(document).then(
      taken => ({ value: taken, failed: undefined }),
      (error: unknown) => ({ value: undefined, failed: String(error) })
    );
    if (value) return this.send({ type: 'answer', ask, value }, [value]);
    const message = failed ?? 'There is nothing to be seen.';
    this.send({ type: 'answer', ask, error: { code: 'Failed', message, detail: {} } });
  }

  /** The user chose a page in the header: as if an action of the app had done it. */
  private choosePage(handle: string): void {
    const page = this.init.definition.pages.find(candidate => candidate.handle === handle);
    if (!page || handle === this.handle) return;
    this.openPage(handle, []);
    void this.act({ kind: 'open-page', page: page.id, handle, query: [] });
  }

  private openPage(handle: string, query: [string, string][]): void {
    this.engine.send({ type: 'page', handle, query });
  }

  private pageShown({ name, handle, pages }: PageState): void {
    this.handle = handle;
    this.send({ type: 'title', page: name, pages: pages.filter(page => !page.hidden).length });
  }

  private subscribe(listener: (patches: Patch[]) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private act(action: HostAction): Promise<unknown> {
    this.last -= 1;
    const call = this.last;
    return new Promise(resolve => {
      this.waiting.set(call, resolve);
      void this.pass(call, action);
    });
  }

  /** Sends an action to the host; files are made first, here, where the libraries for it are. */
  private async pass(call: number, action: HostAction): Promise<void> {
    const asked = await remote(action);
    if (!asked) return;
    const content = asked.kind === 'save' ? asked.content : '';
    const request: Request = { name: 'act', action: asked };
    this.send({ type: 'call', call, request }, content instanceof ArrayBuffer ? [content] : []);
  }

  private modeChanged(mode: AppMode): void {
    const name = mode === 'auto' ? (matchMedia(DARK).matches ? 'dark' : 'light') : mode;
    if (this.init.globals.theme.name === name) return;
    this.update({ globals: { ...this.init.globals, theme: { name } } });
  }

  private failed(component: Component, message: string): void {
    this.log({
      level: 'error',
      source: { kind: 'component', id: component.id, name: component.name },
      message,
      time: Date.now(),
    });
  }

  /** Tells a host that makes its frame as high as the app how high that is. */
  private watchHeight(element: HTMLElement): void {
    const page = element.querySelector('.tj-Page');
    const canvas = element.querySelector('.tj-Page-canvas');
    if (!page || !canvas) return;
    const report = (): void => {
      const around = element.offsetHeight - page.clientHeight;
      this.send({ type: 'height', height: Math.ceil(around + canvas.getBoundingClientRect().height) });
    };
    new ResizeObserver(report).observe(canvas);
  }
}

/** The sentence for the banner: what was stopped, and what that means now. */
function told({ guilty, dropped }: Restart, init: Init): string {
  const name = guilty === null ? 'A part of this app' : `“${named(guilty, init)}”`;
  return dropped
    ? `${name} took more than 5 seconds again and is left out. The rest of the app goes on.`
    : `${name} took more than 5 seconds and was stopped. The app went back to where it was before.`;
}

/** A binding's id with the names a builder knows: `c1.text` becomes `ordersTitle.text`. */
function named(binding: string, { definition }: Init): string {
  const [id = '', ...rest] = binding.split('.');
  const components = definition.pages.flatMap(page => page.components);
  const found = [...components, ...definition.queries, ...definition.pages].find(part => part.id === id.split('@')[0]);
  return [found?.name ?? id, ...rest].join('.');
}
