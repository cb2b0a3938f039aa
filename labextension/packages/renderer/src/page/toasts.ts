/** The short messages at the edge of the page: a list with a life of its own. */
import type { AlertLevel } from '@tooljet/runtime';

export interface Toast {
  id: number;
  level: AlertLevel;
  message: string;
  duration: number;
}

/** ToolJet's own: long enough for two lines. */
const DURATION_MS = 5000;

/** More than this at once and the oldest goes. */
const LIMIT = 4;

/** The messages shown now, for `useSyncExternalStore`. */
export class Toasts {
  private shown: readonly Toast[] = [];
  private last = 0;
  private readonly listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly all = (): readonly Toast[] => this.shown;

  /** Shows a message; the same one twice counts as one that just came. */
  add({ level, message, duration }: { level: AlertLevel; message: string; duration?: number }): void {
    const others = this.shown.filter(toast => toast.message !== message || toast.level !== level);
    this.last += 1;
    this.change([...others, { id: this.last, level, message, duration: duration ?? DURATION_MS }].slice(-LIMIT));
  }

  remove(id: number): void {
    this.change(this.shown.filter(toast => toast.id !== id));
  }

  private change(shown: readonly Toast[]): void {
    this.shown = shown;
    for (const listener of this.listeners) listener();
  }
}
