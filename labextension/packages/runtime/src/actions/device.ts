/** Actions that only the host can do: messages, clipboard, files, storage, session, colours. */
import { isRecord } from '../equal';
import type { AlertLevel } from '../host';
import { plain } from '../plain';
import { isLarge } from '../size';
import { asText } from '../template';
import type { Action, Start } from './action';

const LEVELS: Record<string, AlertLevel | undefined> = {
  info: 'info',
  success: 'success',
  warning: 'warning',
  error: 'error',
  danger: 'error',
};

export const showAlert: Action = (options, { host }) =>
  host.act({ kind: 'alert', level: LEVELS[options.text('alertType')] ?? 'info', message: options.text('message') });

export const copyToClipboard: Action = (options, { host }) =>
  host.act({ kind: 'copy', text: asText(options.value('contentToCopy')) });

export const setLocalStorage: Action = (options, { host }) =>
  host.act({ kind: 'set-localstorage', key: options.text('key'), value: plain(options.value('value')) });

export const logout: Action = (_options, { host }) => host.act({ kind: 'logout' });

const MODES: Record<string, 'light' | 'dark' | 'auto' | undefined> = { light: 'light', dark: 'dark', auto: 'auto' };

export const toggleAppMode: Action = (options, { host, globals }) => {
  const mode = MODES[options.text('appMode')] ?? 'auto';
  if (mode !== 'auto') globals.set('theme', { ...themeOf(globals.get('theme')), name: mode });
  return host.act({ kind: 'set-mode', mode });
};

function themeOf(theme: unknown): Record<string, unknown> {
  return isRecord(theme) ? theme : {};
}

const FILES: Record<string, 'csv' | 'plaintext' | 'pdf' | undefined> = {
  csv: 'csv',
  plaintext: 'plaintext',
  pdf: 'pdf',
};

export const generateFile: Action = (options, { host }) => {
  const type = FILES[options.text('fileType')] ?? 'csv';
  const name = options.text('fileName') || 'data';
  return host.act({ kind: 'download', name, type, data: plain(options.value('data')) });
};

export const callPython: Action = (options, { host, graph }) => {
  const { component, event, instance } = options.start;
  const callback = options.text('callback');
  const about = { callback, component, event, instance: instance?.key ?? '' };
  return host.act({ kind: 'call-python', ...about, ...graph.untracked(() => told(options.start)) });
};

/** What a Python function is told of its event: the short values of the component, and the row it is about. */
function told({ instance, detail, row }: Start): { values: Record<string, unknown>; row: unknown } {
  const unsent = instance?.behaviour.unsent ?? [];
  const keys = Object.keys(instance?.plan.spec?.exposes ?? {}).filter(key => !unsent.includes(key));
  const exposed = keys.map(key => [key, instance?.get(key)] as const).filter(([, value]) => !isLarge(value));
  const values = Object.fromEntries(exposed.map(([key, value]) => [key, plain(value)]));
  return { values, row: plain(detail?.['rowData'] ?? values['selectedRow'] ?? row?.value) ?? null };
}
