/** One shown app: its server, its frame, and what is around it, kept as the kernel says. */
import { createHost, isErrorBody, type FrameSource, type Host, type Init } from '@tooljet/frame';
import type { Globals } from '@tooljet/runtime';
import { act } from './actions';
import { Height } from './height';
import { inlineFrame } from './inline';
import { Kernel } from './kernel';
import type { Given, Model, Traits } from './model';
import { Panel } from './panel';
import { me, Server, type Me, type Preview } from './server';
import { followMode, modeOf, type Mode } from './theme';
import { SILENT, troubleOf, type Trouble } from './trouble';
import { overComm, overHttp, type Wire } from './wire';

/** Changes of one cell come one by one; they are shown together. */
const GATHER_MS = 30;

/** The way to the server that was found, and who asks there. */
interface Way {
  wire: Wire;
  user: Me;
  source: FrameSource;
}

export class Widget {
  private readonly model: Model;
  private readonly base: string | undefined;
  private readonly kernel: Kernel;
  private readonly panel: Panel;
  private readonly height: Height;
  private readonly cleanups: (() => void)[] = [];
  private readonly seen = new WeakSet<EventTarget>();
  private mode: Mode = modeOf(document);
  private way: Way | undefined;
  private server: Server | undefined;
  private host: Host | undefined;
  private state: 'starting' | 'running' | 'stopped' = 'starting';
  /** The definition that was asked for last; another one may have come meanwhile. */
  private fetched: Traits['definition'] | undefined;
  private disposed = false;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  constructor({ model, el, base }: Given) {
    this.model = model;
    this.kernel = new Kernel(model);
    this.panel = new Panel(el, () => this.restart());
    this.height = new Height(this.panel.stage, this.panel.grip, model.get('height'));
    this.base = base;
    this.follow();
    void this.start();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.gathering);
    for (const cleanup of this.cleanups) cleanup();
    this.host?.dispose();
    this.kernel.dispose();
  }

  /** Keeps the panel as the model and the notebook say. */
  private follow(): void {
    const { panel } = this;
    this.on('title', title => panel.named(title));
    this.on('height', height => this.height.fix(height));
    this.on('link', () => this.linked());
    this.listen('problem', () => this.changed());
    this.listen('definition', () => this.changed());
    this.cleanups.push(
      followMode(document, mode => {
        this.mode = mode;
        panel.look(mode);
        this.host?.update({ theme: mode });
      })
    );
    panel.look(this.mode);
    // A notebook takes cells out of the page and puts them back; a frame that comes back starts from nothing.
    panel.stage.addEventListener('load', ({ target }) => target && this.loaded(target), true);
  }

  /** Tells of a trait now and at every change. */
  private on<K extends keyof Traits>(name: K, changed: (value: Traits[K]) => void): void {
    this.listen(name, () => changed(this.model.get(name)));
    changed(this.model.get(name));
  }

  private listen(name: keyof Traits, changed: () => void): void {
    this.model.on(`change:${name}`, changed);
    this.cleanups.push(() => this.model.off(`change:${name}`, changed));
  }

  private async start(): Promise<void> {
    this.state = 'starting';
    try {
      this.mayShow();
      const way = (this.base && (await this.near(this.base))) || (await this.far());
      if (this.disposed) return;
      this.way = way;
      this.linked();
      this.server = new Server(way.wire, this.model);
      this.host = this.createHost(way, this.server);
    } catch (error) {
      this.stopped(troubleOf(error));
    }
  }

  /** The page's own server, if it is the one that the kernel speaks of. */
  private async near(base: string): Promise<Way | undefined> {
    const wire = overHttp(base);
    const user = await me(wire).catch(() => undefined);
    if (user?.id !== this.model.get('user_id')) return undefined;
    return { wire, user, source: { url: `${base}tooljet/frame/` } };
  }

  /** Everything through the kernel. */
  private async far(): Promise<Way> {
    const wire = overComm(this.kernel);
    const [user, source] = await Promise.all([me(wire), inlineFrame(this.kernel)]);
    return { wire, user, source };
  }

  private createHost({ source, user }: Way, server: Server): Host {
    return createHost({
      element: this.panel.stage,
      source,
      shield: true,
      init: async () => {
        this.mayShow();
        return this.init(await this.preview(server), user);
      },
      backend: server,
      act: action => act(action, this.address()),
      on: {
        shown: () => this.shown(),
        height: height => this.height.report(height),
        lost: () => this.stopped(SILENT),
        failed: error => this.stopped(troubleOf(error)),
      },
    });
  }

  private init({ definition, constants }: Preview, user: Me): Init {
    const globals: Globals = {
      currentUser: user,
      environment: { name: 'development' },
      theme: { name: this.mode },
      urlparams: {},
      modeOf: { value: 'view' },
    };
    const app = { id: '', name: this.model.get('title'), slug: '' };
    return { type: 'init', app, definition: untitled(definition), constants, globals, urlparams: {}, theme: this.mode };
  }

  private preview(server: Server): Promise<Preview> {
    this.fetched = this.model.get('definition');
    return server.preview();
  }

  private shown(): void {
    this.state = 'running';
    this.panel.clear();
    this.panel.say('live');
    if (this.fetched !== this.model.get('definition') || isErrorBody(this.model.get('problem'))) this.changed();
  }

  private stopped(trouble: Trouble): void {
    this.state = 'stopped';
    this.tell(trouble, () => this.restart());
  }

  private restart(): void {
    this.panel.clear();
    this.panel.say('starting');
    if (!this.host) return void this.start();
    this.state = 'starting';
    this.host.restart();
  }

  private loaded(frame: EventTarget): void {
    if (this.seen.has(frame)) this.restart();
    else this.seen.add(frame);
  }

  private changed(): void {
    clearTimeout(this.gathering);
    this.gathering = setTimeout(() => void this.refresh(), GATHER_MS);
  }

  /** Shows what the kernel has composed now; what cannot work is said, and the app stays as it was. */
  private async refresh(): Promise<void> {
    const { host, server, state } = this;
    // An app that starts looks for changes when it is there.
    if (this.disposed || state === 'starting') return;
    if (!host || !server || state === 'stopped') return this.restart();
    this.asked += 1;
    const asked = this.asked;
    try {
      this.mayShow();
      const { definition, constants } = await this.preview(server);
      if (asked !== this.asked || this.disposed) return;
      host.update({ definition: untitled(definition), constants });
      this.shown();
    } catch (error) {
      if (asked === this.asked) this.tell(troubleOf(error), () => void this.refresh());
    }
  }

  /** Throws what the kernel could not compose, if so. */
  private mayShow(): void {
    const problem = this.model.get('problem');
    if (isErrorBody(problem)) throw problem;
  }

  private tell(trouble: Trouble, again: () => void): void {
    const running = this.state === 'running';
    this.panel.say(running ? 'behind' : 'stopped');
    this.panel.tell(trouble, { again, alone: !running });
  }

  private linked(): void {
    const link = this.model.get('link');
    this.panel.opens(link && `${this.address()}${link}`);
  }

  /** Where links into the server begin, as the page reaches it. */
  private address(): string {
    const source = this.way?.source;
    if (source && 'url' in source) return source.url.slice(0, -'tooljet/frame/'.length);
    return this.model.get('server_url');
  }
}

/** The app without its title: that is in the panel's header already. */
function untitled(definition: Preview['definition']): Preview['definition'] {
  return { ...definition, settings: { ...definition.settings, hideHeader: true } };
}
