/** Evaluates bindings: errors become `undefined` and a line in the log, and a watchdog is told which one runs. */
import type { Host, LogSource } from './host';
import { messageOf, type Logbook } from './logbook';
import type { Scope } from './scope';
import type { Template } from './template';

/** A place in the definition that is evaluated, and what to call it. */
export interface Place {
  /** `c1.text`: what `host.mark` reports and `leftOut` names. */
  id: string;
  source: LogSource;
}

export class Evaluator {
  private readonly leftOut: Set<string>;
  private marked: string | null = null;

  constructor(
    private readonly host: Host,
    private readonly log: Logbook,
    leftOut: string[]
  ) {
    this.leftOut = new Set(leftOut);
  }

  /** The value of a template; `undefined` when it fails, or was left out because it hung. */
  evaluate(template: Template, scope: Scope, place: Place): unknown {
    if (template.constant) return template.evaluate(scope, () => undefined);
    if (this.isLeftOut(place)) return undefined;
    let failed = false;
    const before = this.mark(template.code ? place.id : this.marked);
    const value = template.evaluate(scope, (error, expression) => {
      failed = true;
      this.log.problem(place.id, place.source, messageOf(error), { expression });
    });
    this.mark(before);
    if (!failed) this.log.solved(place.id);
    return value;
  }

  /** Run code of the app that may take long. */
  guard<T>(place: Place, run: () => T): T {
    const before = this.mark(place.id);
    try {
      return run();
    } finally {
      this.mark(before);
    }
  }

  /** Whether a place is not evaluated because it hung the last time. */
  isLeftOut(place: Place): boolean {
    if (!this.leftOut.has(place.id)) return false;
    this.log.problem(place.id, place.source, 'It did not end the last time and is left out', { binding: place.id });
    return true;
  }

  private mark(binding: string | null): string | null {
    const before = this.marked;
    if (binding !== before) this.host.mark?.(binding);
    this.marked = binding;
    return before;
  }
}
