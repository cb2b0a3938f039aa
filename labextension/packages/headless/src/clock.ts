/** The app's own time: it stands still until a test moves it, and timers run only then. */

interface Timer {
  at: number;
  run(): void;
}

export class Clock {
  private readonly timers = new Map<number, Timer>();
  private last = 0;
  private ticking = false;

  constructor(private time: number) {}

  now(): number {
    return this.time;
  }

  /** A timer that a timer sets is due later than itself, or moving the clock would never end. */
  setTimer(run: () => void, milliseconds: number): number {
    this.last += 1;
    const wait = Math.max(milliseconds, this.ticking ? 1 : 0);
    this.timers.set(this.last, { at: this.time + wait, run });
    return this.last;
  }

  clearTimer(timer: number): void {
    this.timers.delete(timer);
  }

  /** Whether a timer runs up to that time. */
  isDue(until: number): boolean {
    return this.next(until) !== undefined;
  }

  /** Run the next timer up to that time; false when there is none, and the time has come. */
  tick(until: number): boolean {
    const next = this.next(until);
    this.time = Math.max(this.time, next ? next[1].at : until);
    if (!next) return false;
    this.timers.delete(next[0]);
    this.ticking = true;
    try {
      next[1].run();
    } finally {
      this.ticking = false;
    }
    return true;
  }

  private next(until: number): [number, Timer] | undefined {
    let found: [number, Timer] | undefined;
    for (const entry of this.timers) {
      if (entry[1].at <= until && (!found || entry[1].at < found[1].at)) found = entry;
    }
    return found;
  }
}
