/** Decides when the runtime has hung, whose fault it was, and how to start again. Knows no clock and no worker. */

/** A wave, a script or an answer may take this long. */
export const DEADLINE_MS = 5000;

/** After so many restarts the app is beyond help. */
const MOST_RESTARTS = 8;

/** How the next worker starts. */
export interface Restart {
  careful: boolean;
  leftOut: string[];
  /** The binding or script that hung, where it is known. */
  guilty: string | null;
  /** Whether that one will not run again. */
  dropped: boolean;
}

/**
 * The first stall inside a wave restarts carefully: from then on every binding is announced before it runs, so a second stall
 * names the guilty one and the third start leaves it out. Scripts are always announced; one that hangs twice is left out.
 */
export class Watchdog {
  private busySince: number | null = null;
  private running: string | null = null;
  private asked: number | null = null;
  private careful = false;
  private restarts = 0;
  private readonly leftOut: string[] = [];
  private readonly suspects = new Set<string>();

  /** A wave of evaluation starts or ends. */
  wave(running: boolean, now: number): void {
    this.busySince = running ? now : null;
    if (!running) this.running = null;
  }

  /** A piece of app code starts, or with null the last one has ended. */
  mark(binding: string | null, now: number): void {
    this.running = binding;
    this.busySince = binding === null ? null : now;
  }

  /** The worker was asked for a sign of life. */
  ask(now: number): void {
    this.asked ??= now;
  }

  /** The worker said something, so it is not stuck in what it did before. */
  heard(): void {
    this.asked = null;
  }

  /** Whether the worker has been at one thing for too long. */
  stalled(now: number): boolean {
    const late = (since: number | null) => since !== null && now - since > DEADLINE_MS;
    return late(this.busySince) || late(this.asked);
  }

  /** What to do about a stall, or nothing when restarting has not helped. */
  restart(): Restart | undefined {
    const guilty = this.running;
    this.restarts += 1;
    this.busySince = null;
    this.running = null;
    this.asked = null;
    if (this.restarts > MOST_RESTARTS) return undefined;
    const dropped = guilty !== null && (this.careful || this.suspects.has(guilty));
    if (dropped) this.leftOut.push(guilty);
    else if (guilty !== null) this.suspects.add(guilty);
    this.careful = true;
    return { careful: true, leftOut: [...this.leftOut], guilty, dropped };
  }
}
