/** Runs the handlers of an event: in list order, after their debounce, and only if their condition holds. */
import type { Event } from '@tooljet/schema';
import { performAction } from './actions';
import type { Start } from './actions/action';
import { asBoolean, asNumber } from './coerce';
import type { Context } from './context';
import { isRecord } from './equal';
import type { LogSource } from './host';
import type { Instance } from './instance';
import { messageOf } from './logbook';
import type { Row } from './rows';
import type { Scope } from './scope';
import { template } from './template';

/** What an event happened to, and the names its handlers can use. */
export interface Trigger {
  event: string;
  source: LogSource;
  scope: Scope;
  row: Row | null;
  instance?: Instance;
  /** What the event itself says. */
  detail?: Record<string, unknown>;
}

/** The last use of a name that an event gives its handlers: a Table's action button knows its row. */
const DETAIL_NAMES = ['rowData', 'cellValue', 'cardData'];

export class Events {
  private readonly timers = new Map<string, number>();

  constructor(private readonly context: Context) {}

  /** Something happened to a component. `detail.ref` names a column or an action button. */
  component(instance: Instance, event: string, detail: Record<string, unknown>): Promise<boolean> {
    const { ref } = detail;
    this.context.host.happened?.(instance.component.id, event);
    const handlers = instance.component.events.filter(
      handler => handler.eventId === event && (!ref || handler.ref === ref)
    );
    const names = Object.fromEntries(DETAIL_NAMES.filter(name => name in detail).map(name => [name, detail[name]]));
    const scope = Object.keys(names).length > 0 ? instance.scope.with(names) : instance.scope;
    return this.run(handlers, { event, source: instance.source, scope, row: instance.row, instance, detail });
  }

  /** Run handlers of a component, a query or a page. Resolves to whether all went well; debounced ones do not count. */
  run(handlers: Event[], trigger: Trigger): Promise<boolean> {
    const results = handlers.map(handler => this.delayed(handler, trigger));
    return Promise.all(results).then(all => all.every(Boolean));
  }

  /** No debounced handler runs any more. */
  stop(): void {
    for (const timer of this.timers.values()) this.context.host.clearTimer(timer);
    this.timers.clear();
  }

  private delayed(handler: Event, trigger: Trigger): Promise<boolean> {
    const wait = asNumber(this.option(handler, 'debounce', trigger)) ?? 0;
    if (wait <= 0) return this.perform(handler, trigger);
    const { host } = this.context;
    const key = `${handler.id}@${trigger.row?.path ?? ''}`;
    const before = this.timers.get(key);
    if (before !== undefined) host.clearTimer(before);
    const timer = host.setTimer(() => {
      this.timers.delete(key);
      this.context.because(`${trigger.source.name}.${trigger.event}`, () => void this.perform(handler, trigger));
    }, wait);
    this.timers.set(key, timer);
    return Promise.resolve(true);
  }

  private perform(handler: Event, trigger: Trigger): Promise<boolean> {
    if (!this.mayRun(handler, trigger)) return Promise.resolve(true);
    const failed = (error: unknown): boolean => {
      const source: LogSource = { ...trigger.source, property: trigger.event };
      this.context.log.write('error', source, `${handler.actionId}: ${messageOf(error)}`);
      return false;
    };
    const start: Start = {
      row: trigger.row,
      component: trigger.source.name,
      event: trigger.event,
      instance: trigger.instance,
      detail: trigger.detail,
      read: key => this.option(handler, key, trigger),
    };
    try {
      return Promise.resolve(performAction(this.context, handler.actionId, start)).then(succeeded, failed);
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  }

  private mayRun(handler: Event, trigger: Trigger): boolean {
    const { runOnlyIf } = handler;
    if (runOnlyIf === undefined || runOnlyIf === '') return true;
    return asBoolean(this.option(handler, 'runOnlyIf', trigger));
  }

  private option(handler: Event, key: string, trigger: Trigger): unknown {
    const place = { id: `${handler.id}.${key}`, source: { ...trigger.source, property: trigger.event } };
    return this.context.evaluator.evaluate(template(handler[key]), trigger.scope, place);
  }
}

/** A query that failed says so in its outcome. */
function succeeded(result: unknown): boolean {
  return !isRecord(result) || (result['status'] !== 'failed' && result['status'] !== 'stopped');
}
