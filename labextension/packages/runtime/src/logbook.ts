/** The log of an app: one line per problem, not said again until it changes. */
import type { Host, LogEntry, LogSource } from './host';

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}

export class Logbook {
  /** The last message of each place that has one. */
  private readonly standing = new Map<string, string>();

  constructor(private readonly host: Host) {}

  /** Write a line. */
  write(level: LogEntry['level'], source: LogSource, message: string, detail?: unknown): void {
    const entry: LogEntry = { level, source, message, time: this.host.now() };
    this.host.log(detail === undefined ? entry : { ...entry, detail });
  }

  /** A place has a problem: written when it is new or different there. */
  problem(place: string, source: LogSource, message: string, detail?: unknown): void {
    if (this.standing.get(place) === message) return;
    this.standing.set(place, message);
    this.write('error', source, message, detail);
  }

  /** A place has no problem (any more). */
  solved(place: string): void {
    if (this.standing.size > 0) this.standing.delete(place);
  }

  /** Everything may be said again: another page, another definition. */
  clear(): void {
    this.standing.clear();
  }
}
