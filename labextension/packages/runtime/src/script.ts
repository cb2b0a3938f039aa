/** RunJS: a script with ToolJet's globals, its console in the log and its network and clock at the host. */
import { compileAsyncScript } from './compile';
import type { Context } from './context';
import { axiosOf, fetchOf } from './http';
import type { LogEntry, LogSource } from './host';
import { messageOf } from './logbook';
import { plain } from './plain';
import type { Scope } from './scope';
import { scriptActions } from './scriptActions';
import { asText } from './template';

/** Run a script. Gives a promise of what it returns, a live value. */
export function runScript(context: Context, source: LogSource, code: string, scope: Scope): unknown {
  const script = compileAsyncScript(code);
  return script(scope.with({ ...scriptNames(context, source) }));
}

function scriptNames(context: Context, source: LogSource): Record<string, unknown> {
  const { host } = context;
  return {
    actions: scriptActions(context, source),
    axios: axiosOf(host),
    fetch: fetchOf(host),
    console: consoleOf(context, source),
    alert: (message: unknown) => void host.act({ kind: 'alert', level: 'info', message: asText(message) }),
    confirm: (message: unknown) => host.act({ kind: 'confirm', message: asText(message) }),
    navigator: { clipboard: { writeText: (text: unknown) => host.act({ kind: 'copy', text: asText(text) }) } },
    localStorage: {
      setItem: (key: unknown, value: unknown) =>
        void host.act({ kind: 'set-localstorage', key: asText(key), value: asText(value) }),
    },
    ...timersOf(context, source),
  };
}

type Say = (...values: unknown[]) => void;

function consoleOf({ log }: Context, source: LogSource): Record<string, Say> {
  const say =
    (level: LogEntry['level']): Say =>
    (...values) =>
      log.write(level, source, values.map(asText).join(' '), plain(values));
  return {
    log: say('info'),
    info: say('info'),
    debug: say('debug'),
    trace: say('debug'),
    table: say('info'),
    dir: say('info'),
    warn: say('warning'),
    error: say('error'),
  };
}

function timersOf(context: Context, source: LogSource): Record<string, unknown> {
  const { host, log } = context;
  const because = context.because.bind(context);
  const later = (run: unknown, given: unknown[]): void => {
    try {
      if (typeof run === 'function')
        because(`a timer of ${source.name}`, (): unknown => Reflect.apply(run, undefined, given));
    } catch (error) {
      log.write('error', source, messageOf(error));
    }
  };
  const every = new Map<number, number>();
  const repeat = (first: number | null, run: unknown, ms: number, given: unknown[]): number => {
    const timer = host.setTimer(() => {
      repeat(first ?? timer, run, ms, given);
      later(run, given);
    }, ms);
    every.set(first ?? timer, timer);
    return timer;
  };
  const clear = (timer: unknown): void => {
    if (typeof timer !== 'number') return;
    host.clearTimer(every.get(timer) ?? timer);
    every.delete(timer);
  };
  return {
    setTimeout: (run: unknown, ms: unknown, ...given: unknown[]) =>
      host.setTimer(() => later(run, given), Number(ms) || 0),
    setInterval: (run: unknown, ms: unknown, ...given: unknown[]) =>
      repeat(null, run, Math.max(Number(ms) || 0, 10), given),
    clearTimeout: clear,
    clearInterval: clear,
  };
}
