/** Keeps the page supplied with what is needed to start again where the app stopped, without slowing the app down. */
import type { Runtime } from '@tooljet/runtime';

/** Nothing may have happened for this long. */
const QUIET_MS = 400;

/** Query data is copied less often: it can be large. */
const WHOLE_EVERY_MS = 5000;

/** Where snapshots go: those without the data of queries, and the whole ones. */
export interface SnapshotPorts {
  light: MessagePort;
  whole: MessagePort;
}

export class Snapshots {
  private readonly timers = new Map<() => void, ReturnType<typeof setTimeout>>();
  private lastWhole = -Infinity;

  constructor(
    private readonly runtime: Runtime,
    private readonly ports: SnapshotPorts
  ) {}

  /** Something changed. */
  touched(): void {
    this.later(this.light, QUIET_MS);
  }

  /** A query has answered. */
  answered(): void {
    this.later(this.whole, Math.max(QUIET_MS, this.lastWhole + WHOLE_EVERY_MS - performance.now()));
  }

  private later(take: () => void, ms: number): void {
    clearTimeout(this.timers.get(take));
    this.timers.set(take, setTimeout(take, ms));
  }

  private readonly light = (): void => this.ports.light.postMessage(this.runtime.snapshot({ queryData: false }));

  private readonly whole = (): void => {
    this.lastWhole = performance.now();
    this.ports.whole.postMessage(this.runtime.snapshot({ queryData: true }));
  };
}
