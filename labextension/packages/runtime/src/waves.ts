/** Gathers what changed and tells it once per wave. */
import type { Host } from './host';
import type { Patch } from './patches';

/** More rounds than this in one wave is two things that keep changing each other. */
const ROUND_LIMIT = 50;

/** Something that may have news. */
export interface Reporter {
  /** Add the news; `heard` is false while nobody listens and nothing needs to be made ready for sending. */
  report(patches: Patch[], heard: boolean): void;
}

type Listener = (patches: Patch[]) => void;

export class Waves {
  private pending = new Set<Reporter>();
  private readonly listeners = new Set<Listener>();
  private depth = 0;
  private scheduled = false;
  private stopped = false;

  constructor(
    private readonly host: Host,
    private readonly onEndless: () => void
  ) {}

  /** Say that a reporter may have news; a wave follows. */
  touch(reporter: Reporter): void {
    this.pending.add(reporter);
    if (this.depth === 0) this.schedule();
  }

  drop(reporter: Reporter): void {
    this.pending.delete(reporter);
  }

  /** Run, then tell everything it changed in one wave. */
  batch<T>(run: () => T): T {
    this.depth += 1;
    try {
      return run();
    } finally {
      this.depth -= 1;
      if (this.depth === 0) this.flush();
    }
  }

  /** Listen; `first` is told at once. */
  listen(listener: Listener, first: () => Patch[]): () => void {
    this.flush();
    this.listeners.add(listener);
    const patches = first();
    if (patches.length > 0) listener(patches);
    return () => void this.listeners.delete(listener);
  }

  send(patches: Patch[]): void {
    if (patches.length === 0 || this.stopped) return;
    for (const listener of this.listeners) listener(patches);
  }

  stop(): void {
    this.stopped = true;
    this.pending.clear();
    this.listeners.clear();
  }

  flush(): void {
    if (this.depth > 0 || this.stopped || this.pending.size === 0) return;
    this.depth += 1;
    this.host.wave?.(true);
    const patches: Patch[] = [];
    this.drain(patches);
    this.host.wave?.(false);
    this.depth -= 1;
    this.send(patches);
  }

  private drain(patches: Patch[]): void {
    for (let round = 0; this.pending.size > 0; round++) {
      if (round === ROUND_LIMIT) {
        this.pending.clear();
        this.onEndless();
        return;
      }
      const now = this.pending;
      this.pending = new Set();
      for (const reporter of now) reporter.report(patches, this.listeners.size > 0);
    }
  }

  /** After an `await` in app code nobody calls `flush`: the next microtask does. */
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    void Promise.resolve().then(() => {
      this.scheduled = false;
      this.flush();
    });
  }
}
