/** What leaves the engine at the end of a wave, and what waits for an answer from outside. */
import type { HostAction, LogEntry, QueryCall, HttpRequest } from '@tooljet/runtime';
import type { ErrorBody } from '@tooljet/schema';

/** Something that only the outside can answer. */
export type Ask =
  | ({ call: number; kind: 'query' } & QueryCall)
  | ({ call: number; kind: 'request' } & HttpRequest)
  /** Nobody waits for this one: a run whose answer is not wanted any more. */
  | { call: 0; kind: 'cancel'; run: string };

/** An answer to an ask. */
export type Answer = { call: number; value: unknown } | { call: number; error: ErrorBody };

interface Waiting {
  resolve(value: unknown): void;
  reject(error: ErrorBody): void;
}

/** Without a limit, an app that logs in a loop would fill the memory of the test. */
const MOST_LINES = 10_000;

export class Desk {
  private readonly waiting = new Map<number, Waiting>();
  private asks: Ask[] = [];
  private log: LogEntry[] = [];
  private actions: HostAction[] = [];
  private last = 0;
  private lines = 0;

  query(call: QueryCall): Promise<unknown> {
    return this.ask(number => ({ call: number, kind: 'query', ...call }));
  }

  request(request: HttpRequest): Promise<unknown> {
    return this.ask(number => ({ call: number, kind: 'request', ...request }));
  }

  cancel(run: string): void {
    this.asks.push({ call: 0, kind: 'cancel', run });
  }

  write(entry: LogEntry): void {
    this.lines += 1;
    if (this.lines <= MOST_LINES) this.log.push(entry);
  }

  acted(action: HostAction): void {
    this.actions.push(action);
  }

  /** Whether somebody outside is to be asked. */
  get isAsking(): boolean {
    return this.asks.length > 0;
  }

  /** Hand an answer to who waits for it; one that comes twice or late is for nobody. */
  answer(answer: Answer): void {
    const caller = this.waiting.get(answer.call);
    this.waiting.delete(answer.call);
    if ('error' in answer) caller?.reject(answer.error);
    else caller?.resolve(answer.value);
  }

  /** Everything that leaves now. */
  take(): { asks: Ask[]; log: LogEntry[]; actions: HostAction[] } {
    const { asks, log, actions } = this;
    this.asks = [];
    this.log = [];
    this.actions = [];
    return { asks, log, actions };
  }

  private ask(made: (call: number) => Ask): Promise<unknown> {
    this.last += 1;
    const call = this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(call, { resolve, reject });
      this.asks.push(made(call));
    });
  }
}
