/** What a notebook gives a widget: a model whose traits change and whose messages go somewhere. */
import type { Model, Traits } from '../src/model';

const NOTHING: Traits = {
  definition: {},
  server_url: 'http://localhost:8888/',
  user_id: 'ada',
  title: 'Orders',
  link: '',
  height: 0,
  problem: {},
};

export interface Sent {
  id: string;
  kind: string;
  [key: string]: unknown;
}

type Listener = (...given: never[]) => void;

/** A model on which a test can play the kernel. */
export class NotebookModel {
  readonly sent: Sent[] = [];
  private readonly listeners = new Map<string, Set<Listener>>();
  private refuses = false;

  constructor(private readonly traits: Partial<Traits> = {}) {}

  /** As the code under test sees it. */
  get model(): Model {
    return {
      get: name => ({ ...NOTHING, ...this.traits })[name],
      on: (name: string, listener: Listener) => {
        this.listeners.set(name, (this.listeners.get(name) ?? new Set()).add(listener));
      },
      off: (name, listener) => {
        this.listeners.get(String(name))?.delete(listener as Listener);
      },
      send: (message: Sent) => {
        if (this.refuses) throw new Error('Cannot send');
        this.sent.push(message);
      },
    };
  }

  /** The kernel sends a message. */
  say(message: unknown, buffers: DataView[] = []): void {
    for (const listener of this.listeners.get('msg:custom') ?? []) listener(message as never, buffers as never);
  }

  /** The notebook tells its widgets something. */
  happen(name: string): void {
    for (const listener of this.listeners.get(name) ?? []) listener();
  }

  /** There is no connection any more. */
  refuse(): void {
    this.refuses = true;
  }

  heard(name: string): number {
    return this.listeners.get(name)?.size ?? 0;
  }
}
