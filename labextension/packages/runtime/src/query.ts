/** One query of the app: its state, its runs, what follows from their answers. */
import type { RunReply, ViewerQuery } from '@tooljet/schema';
import { asBoolean, asNumber } from './coerce';
import { compileTransformation } from './compile';
import type { Context } from './context';
import { isRecord } from './equal';
import type { LogSource } from './host';
import { messageOf } from './logbook';
import { plain } from './plain';
import { QueryStore } from './queryStore';
import type { Scope } from './scope';
import { runScript } from './script';
import { isFedBy } from './supply';
import { asText, expressionTemplate, template } from './template';

/** What `await queries.<name>.run()` gives, as in ToolJet. */
export interface Outcome {
  status: 'ok' | 'failed' | 'stopped';
  data?: unknown;
  message?: string;
  error?: unknown;
}

/** A failure that is no fault of the app: the run was ended. */
const STOPPED: Outcome = { status: 'stopped' };

/** Between what happened and what that was a consequence of. */
const ANSWERED = ', after ';

interface Answer {
  data: unknown;
  rawData: unknown;
  metadata: unknown;
}

export class Query {
  readonly store: QueryStore;
  /** The run that counts; answers of others are stale. */
  private current: { id: string; stop: () => void } | null = null;
  ran = false;
  /** What the last run was given. */
  private given: Record<string, unknown> = {};

  constructor(
    private readonly context: Context,
    readonly definition: ViewerQuery
  ) {
    this.store = new QueryStore(context.graph);
  }

  get source(): LogSource {
    return { kind: 'query', id: this.definition.id, name: this.definition.name };
  }

  get isRunning(): boolean {
    return this.current !== null;
  }

  /** Whether an option is on; exports write `"{{true}}"`. */
  flag(key: string): boolean {
    return asBoolean(this.option(key));
  }

  /** Run the query. Never rejects. */
  run(parameters: Record<string, unknown> = {}): Promise<Outcome> {
    if (this.flag('disableQuery')) return this.refuse();
    this.given = parameters;
    const scope = this.scopeWith(parameters);
    const values = this.values(scope);
    if (!this.flag('requestConfirmation')) return this.begin(scope, values);
    const message = asText(this.option('confirmationMessage')) || `Run the query ${this.definition.name}?`;
    const { host } = this.context;
    return host
      .act({ kind: 'confirm', message, query: this.definition.id })
      .then(confirmed => (confirmed === true ? this.begin(scope, values) : STOPPED));
  }

  /** Run with the parameters of the last time. */
  again(): Promise<Outcome> {
    return this.run(this.given);
  }

  /** Stop waiting, and ask the host to end it where it runs. */
  abort(): void {
    this.current?.stop();
    this.current = null;
    this.store.isLoading.set(false);
  }

  /** Forget the answer. */
  reset(): void {
    this.abort();
    this.store.clear();
    this.ran = false;
  }

  /** What the bindings say now, `undefined` as null. */
  values(scope: Scope): unknown[] {
    const { evaluator } = this.context;
    return this.definition.bindings.map((expression, index) => {
      const place = { id: `${this.definition.id}.binding${index}`, source: { ...this.source, property: expression } };
      return plain(evaluator.evaluate(expressionTemplate(expression), scope, place)) ?? null;
    });
  }

  /** The names of a run: the app's and `parameters`, given ones over defaults. */
  scopeWith(given: Record<string, unknown>): Scope {
    const declared = this.definition.options.parameters ?? [];
    const defaults = declared.map(({ name, defaultValue }) => [name, this.evaluate(defaultValue, `parameter.${name}`)]);
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    return this.context.scope.with({ parameters: { ...Object.fromEntries(defaults), ...Object.fromEntries(known) } });
  }

  private refuse(): Promise<Outcome> {
    const message = asText(this.option('disabledMessage')) || `The query ${this.definition.name} is disabled`;
    this.context.log.write('warning', this.source, message);
    void this.context.host.act({ kind: 'alert', level: 'error', message });
    return Promise.resolve({ status: 'failed', message });
  }

  private async begin(scope: Scope, values: unknown[]): Promise<Outcome> {
    const { host, graph } = this.context;
    const id = host.uuid();
    // An answer to a run that an answer started is told with the event at its start only.
    const [start] = graph.cause?.event.split(ANSWERED).slice(-1) ?? [];
    const answered =
      start === undefined
        ? `the answer of ${this.definition.name}`
        : `the answer of ${this.definition.name}${ANSWERED}${start}`;
    let timer: number | undefined;
    const ended = new Promise<never>((_none, reject) => {
      const stop = (): void => {
        host.cancelRun(id);
        reject(STOPPED);
      };
      this.current = { id, stop };
      const limit = asNumber(this.option('query_timeout')) ?? 0;
      if (limit > 0) timer = host.setTimer(() => reject(this.tooSlow(id, limit)), limit);
    });
    this.store.isLoading.set(true);
    try {
      const answer = await Promise.race([this.answer(id, scope, values), ended]);
      return this.context.because(answered, () => this.succeed(id, answer, scope));
    } catch (error) {
      return this.context.because(answered, () => (error === STOPPED ? STOPPED : this.fail(id, error, scope)));
    } finally {
      if (timer !== undefined) host.clearTimer(timer);
    }
  }

  private tooSlow(id: string, limit: number): object {
    this.context.host.cancelRun(id);
    return { code: 'QueryTimeout', message: `No answer within ${limit} ms`, detail: { milliseconds: limit } };
  }

  private async answer(id: string, scope: Scope, values: unknown[]): Promise<Answer> {
    if (this.definition.kind === 'runjs') return this.transformed(await this.runCode(scope), {}, scope);
    const reply = await this.context.host.runQuery({ query: this.definition.id, values, run: id });
    return this.transformed(reply.data, metadataOf(reply), scope);
  }

  private runCode(scope: Scope): unknown {
    const place = { id: `${this.definition.id}.code`, source: this.source };
    const { evaluator } = this.context;
    if (evaluator.isLeftOut(place)) return undefined;
    const code = this.definition.options.code ?? '';
    return evaluator.guard(place, () => runScript(this.context, this.source, code, scope));
  }

  /** A Python transformation was made where the query ran. */
  private transformed(rawData: unknown, metadata: unknown, scope: Scope): Answer {
    const { transformation, transformationLanguage } = this.definition.options;
    const isOurs = this.flag('enableTransformation') && transformationLanguage !== 'python' && Boolean(transformation);
    const place = { id: `${this.definition.id}.transformation`, source: this.source };
    const { evaluator } = this.context;
    if (!isOurs || evaluator.isLeftOut(place)) return { data: rawData, rawData, metadata };
    const script = compileTransformation(transformation ?? '');
    return { data: evaluator.guard(place, () => script(scope, rawData)), rawData, metadata };
  }

  private succeed(id: string, answer: Answer, scope: Scope): Outcome {
    const outcome: Outcome = { status: 'ok', data: answer.data };
    if (this.current?.id !== id) return outcome;
    this.current = null;
    this.ran = true;
    this.store.answered(answer);
    this.notify(scope);
    this.fire('onDataQuerySuccess', scope);
    return outcome;
  }

  private fail(id: string, error: unknown, scope: Scope): Outcome {
    const message = messageOf(error);
    const outcome: Outcome = { status: 'failed', message, error: errorBody(error) };
    if (this.current?.id !== id) return outcome;
    this.current = null;
    this.ran = true;
    this.store.failed(errorBody(error));
    this.context.log.write('error', this.source, message, errorBody(error));
    if (!this.handles('onDataQueryFailure') && !isShown(this.context, this)) this.alertFailure(message);
    this.fire('onDataQueryFailure', scope);
    return outcome;
  }

  private alertFailure(message: string): void {
    const text = `${this.definition.name}: ${message}`;
    void this.context.host.act({ kind: 'alert', level: 'error', message: text });
  }

  private notify(scope: Scope): void {
    if (!this.flag('showSuccessNotification')) return;
    const message = asText(this.evaluate(this.definition.options.successMessage, 'successMessage', scope));
    const seconds = asNumber(this.option('notificationDuration')) ?? 5;
    const alert = { kind: 'alert' as const, level: 'success' as const, duration: seconds * 1000 };
    void this.context.host.act({ ...alert, message: message || `${this.definition.name} is done` });
  }

  private handles(event: string): boolean {
    return this.definition.events.some(handler => handler.eventId === event);
  }

  private fire(event: string, scope: Scope): void {
    const handlers = this.definition.events.filter(handler => handler.eventId === event);
    void this.context.events.run(handlers, { event, source: this.source, scope, row: null });
  }

  private option(key: string): unknown {
    const options: Record<string, unknown> = { ...this.definition.options };
    return this.evaluate(options[key], key);
  }

  private evaluate(value: unknown, key: string, scope = this.context.scope): unknown {
    const place = { id: `${this.definition.id}.${key}`, source: { ...this.source, property: key } };
    return this.context.evaluator.evaluate(template(value), scope, place);
  }
}

/** Whether a component on the page tells the viewer itself what became of the query. */
function isShown(context: Context, query: Query): boolean {
  return Array.from(context.page.instances.values()).some(instance => isFedBy(instance, query));
}

function metadataOf(reply: RunReply): Record<string, unknown> {
  const { columns, truncated, limit, affectedRows, seconds, metadata } = reply;
  return { columns, truncated, limit, affectedRows, seconds, ...metadata };
}

/** What `queries.<name>.error` is. */
function errorBody(error: unknown): unknown {
  if (isRecord(error) && 'code' in error) return error;
  return { code: error instanceof Error ? error.name : 'Error', message: messageOf(error), detail: {} };
}
