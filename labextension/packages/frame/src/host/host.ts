/** The page around an app: makes the frame, answers its calls, notices when it hangs. Viewer, editor and widget are built on it. */
import type { LogEntry, News, Setting } from '@tooljet/runtime';
import { isToHost } from '../guards';
import type { Change, Gesture, Init, RemoteAction, Request, ToFrame, ToHost, Wish } from '../protocol';
import { errorBody, type Backend } from './backend';
import { createFrame, createShield, meet, type FrameSource } from './frame';
import { pulse } from './pulse';

export interface HostOptions {
  /** Where the frame is put. */
  element: HTMLElement;
  source: FrameSource;
  /** The page around has no `frame-src` of its own, such as JupyterLab's or a notebook's. */
  shield?: boolean;
  /** A frame that the page already holds, loading while the host's own script arrives. */
  frame?: HTMLIFrameElement;
  /** What the app starts with; asked again after a restart. */
  init(): Promise<Init>;
  backend: Backend;
  /** Does what an app asks for outside its frame. A rejection is told to the app. */
  act(action: RemoteAction): unknown;
  on?: HostEvents;
}

/** What a host may want to hear; all of it optional. */
export interface HostEvents {
  /** The app is on the screen, with outlines at least. */
  shown?(): void;
  /** The frame did not answer, or went away; `restart` starts it anew. */
  lost?(): void;
  title?(page: string, pages: number): void;
  height?(height: number): void;
  log?(entry: LogEntry): void;
  /** What was set by hand and what components expose; only where `init` asks to report it, as with `event`. */
  state?(news: News): void;
  event?(component: string, event: string): void;
  /** Something happened between a person and the app; only where `init` asks to record. */
  gesture?(gesture: Gesture): void;
  /** `init` failed. */
  failed?(error: unknown): void;
}

/** An app in its frame. */
export interface Host {
  update(change: Change): void;
  /** Takes over what was set in another place that shows the app. */
  settle(settings: Setting[]): void;
  /** Grants a wish, or says why not; never while the frame is not there. */
  ask(wish: Wish): Promise<unknown>;
  /** Throws the frame away and starts again. */
  restart(): void;
  dispose(): void;
}

/** A frame that is not there after this long has not found its script. */
const ARRIVAL_MS = 20_000;

/** An app that asks for more at once than this is told to wait its turn. */
const MOST_CALLS = 100;

/** Starts an app in a frame and serves it until it is disposed. */
export function createHost(options: HostOptions): Host {
  let connection = new Connection(options, options.frame);
  return {
    update: change => connection.send({ type: 'update', change }),
    settle: settings => connection.send({ type: 'settings', settings }),
    ask: wish => connection.ask(wish),
    restart() {
      connection.dispose();
      connection = new Connection(options);
    },
    dispose: () => connection.dispose(),
  };
}

interface Answering {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** One frame from its making to its end. */
class Connection {
  /** What the host put into its page: the frame, or the shield around it. */
  private readonly outermost: HTMLIFrameElement;
  private forget: (() => void) | undefined;
  private port: MessagePort | undefined;
  private beat: ReturnType<typeof pulse> | undefined;
  private calls = 0;
  private asked = 0;
  private readonly asking = new Map<number, Answering>();
  private readonly arrival: ReturnType<typeof setTimeout>;

  constructor(
    private readonly options: HostOptions,
    existing?: HTMLIFrameElement
  ) {
    const init = options.init();
    init.catch((error: unknown) => {
      this.dispose();
      options.on?.failed?.(error);
    });
    this.arrival = setTimeout(() => this.lost(), ARRIVAL_MS);
    const { element, source, shield } = options;
    const connected = (port: MessagePort): void => this.connected(port, init);
    if (existing) this.forget = meet(existing, connected);
    this.outermost = existing ?? (shield ? createShield : createFrame)(element.ownerDocument, source);
    if (existing) return;
    element.append(this.outermost);
    if (shield)
      this.outermost.addEventListener('load', () => this.fill(this.outermost.contentDocument, connected), {
        once: true,
      });
    else this.forget = meet(this.outermost, connected);
  }

  send(message: ToFrame, transfer: Transferable[] = []): void {
    this.port?.postMessage(message, transfer);
  }

  ask(wish: Wish): Promise<unknown> {
    if (!this.port) return Promise.reject(new Error('The app is not there yet.'));
    this.asked += 1;
    const ask = this.asked;
    return new Promise((resolve, reject) => {
      this.asking.set(ask, { resolve, reject });
      this.send({ type: 'ask', ask, wish });
    });
  }

  dispose(): void {
    for (const { reject } of this.asking.values()) reject(new Error('The app was started again.'));
    this.asking.clear();
    this.forget?.();
    clearTimeout(this.arrival);
    this.beat?.stop();
    this.port?.close();
    this.port = undefined;
    this.outermost.remove();
  }

  /** Puts the frame into its shield. */
  private fill(inside: Document | null, connected: (port: MessagePort) => void): void {
    if (!inside) return;
    const frame = inside.body.appendChild(createFrame(inside, this.options.source));
    this.forget = meet(frame, connected);
  }

  private connected(port: MessagePort, init: Promise<Init>): void {
    this.port = port;
    clearTimeout(this.arrival);
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.beat?.heard();
      if (isToHost(data)) this.hear(data);
    };
    // A frame that went to another document has no port there: it is silent, and the pulse finds out.
    this.beat = pulse(
      beat => this.send({ type: 'ping', beat }),
      () => this.lost()
    );
    void init.then(
      message => this.send(message),
      () => undefined
    );
  }

  private lost(): void {
    if (!this.outermost.isConnected) return;
    this.dispose();
    this.options.on?.lost?.();
  }

  private hear(message: ToHost): void {
    const { on = {}, backend } = this.options;
    switch (message.type) {
      case 'call':
        return void this.answer(message.call, message.request);
      case 'cancel':
        return backend.cancelRun(message.run);
      case 'shown':
        return on.shown?.();
      case 'title':
        return on.title?.(message.page, message.pages);
      case 'height':
        return on.height?.(message.height);
      case 'log':
        return on.log?.(message.entry);
      case 'state':
        return on.state?.({ settings: message.settings, exposed: message.exposed });
      case 'event':
        return on.event?.(message.component, message.event);
      case 'answer':
        return this.answered(message);
      case 'gesture':
        return on.gesture?.(message.gesture);
      case 'pong':
        return;
    }
  }

  private answered({ ask, value, error }: Extract<ToHost, { type: 'answer' }>): void {
    const answering = this.asking.get(ask);
    this.asking.delete(ask);
    if (error === undefined) answering?.resolve(value);
    else answering?.reject(errorBody(error));
  }

  private async answer(call: number, request: Request): Promise<void> {
    this.calls += 1;
    try {
      if (this.calls > MOST_CALLS) throw new Error('The app asks for too much at once.');
      const value = await this.serve(request);
      if (value instanceof ArrayBuffer) this.send({ type: 'reply', call, json: value }, [value]);
      else this.send({ type: 'reply', call, value });
    } catch (thrown) {
      this.send({ type: 'reply', call, error: errorBody(thrown) });
    } finally {
      this.calls -= 1;
    }
  }

  private serve(request: Request): Promise<unknown> {
    const { backend, act } = this.options;
    switch (request.name) {
      case 'run-query':
        return backend.runQuery({ query: request.query, values: request.values, run: request.run });
      case 'request':
        return backend.request({
          method: request.method,
          url: request.url,
          headers: request.headers,
          body: request.body,
        });
      case 'act':
        return Promise.resolve(act(request.action));
    }
  }
}
