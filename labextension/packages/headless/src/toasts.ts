/** The short messages at the edge of the page: they come, and go when their time is over. */
import type { AlertLevel } from '@tooljet/runtime';
import type { Shown } from './world';

/** The renderer's own figures: so long, and so many at once. */
const DURATION_MS = 5000;
const LIMIT = 4;

interface Toast extends Shown {
  until: number;
}

export class Toasts {
  private shown: Toast[] = [];

  constructor(private readonly now: () => number) {}

  /** Show a message; the same one twice counts as one that just came. */
  add({ level, message, duration }: { level: AlertLevel; message: string; duration?: number }): void {
    const others = this.shown.filter(toast => toast.message !== message || toast.level !== level);
    this.shown = [...others, { level, message, until: this.now() + (duration ?? DURATION_MS) }].slice(-LIMIT);
  }

  /** What is on the screen now, oldest first. */
  all(): Shown[] {
    this.shown = this.shown.filter(toast => toast.until > this.now());
    return this.shown.map(({ level, message }) => ({ level, message }));
  }

  /** A person closes the message at a place in `all`. */
  dismiss(place: number): void {
    this.shown = this.shown.filter((_toast, index) => index !== place);
  }
}
