/** Checks every message before it is believed: the host's checks are the wall between an app and Jupyter. */
import type { ExposedNews, LogEntry, Setting } from '@tooljet/runtime';
import type { Gesture, RemoteAction, Request, ToFrame, ToHost, Wish } from './protocol';

type Fields = Record<string, unknown>;

/** An app may not fill the host's memory or address bar with one message. */
const LONGEST_TEXT = 5_000_000;
const LONGEST_URL = 8_192;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest = LONGEST_TEXT): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isId(value: unknown): value is string {
  return isText(value, 200) && value !== '';
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isPairs(value: unknown): boolean {
  const isPair = (pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 && pair.every(part => isText(part, LONGEST_URL));
  return Array.isArray(value) && value.length <= 100 && value.every(isPair);
}

function isTexts(value: unknown): boolean {
  return isFields(value) && Object.values(value).every(text => isText(text));
}

const ACTIONS: Record<RemoteAction['kind'], (action: Fields) => boolean> = {
  'open-page': action => isId(action.page) && isText(action.handle, 200) && isPairs(action.query),
  'go-to-app': action => isId(action.slug) && isPairs(action.query) && isBoolean(action.newTab),
  'open-url': action => isText(action.url, LONGEST_URL) && isBoolean(action.newTab),
  copy: action => isText(action.text),
  'set-localstorage': action => isText(action.key, 200),
  logout: () => true,
  'call-python': action =>
    isId(action.callback) &&
    isText(action.component, 200) &&
    isId(action.event) &&
    isText(action.instance, 200) &&
    isFields(action.values),
  save: action =>
    isText(action.name, 255) &&
    isText(action.mime, 100) &&
    (typeof action.content === 'string' || action.content instanceof ArrayBuffer),
};

/** Whether a frame may ask for this action. */
export function isRemoteAction(value: unknown): value is RemoteAction {
  if (!isFields(value) || typeof value.kind !== 'string' || !Object.hasOwn(ACTIONS, value.kind)) return false;
  return ACTIONS[value.kind as RemoteAction['kind']](value);
}

const REQUESTS: Record<Request['name'], (request: Fields) => boolean> = {
  'run-query': request => isId(request.query) && isId(request.run) && Array.isArray(request.values),
  request: request => isText(request.method, 20) && isText(request.url, LONGEST_URL) && isTexts(request.headers),
  act: request => isRemoteAction(request.action),
};

function isRequest(value: unknown): value is Request {
  if (!isFields(value) || typeof value.name !== 'string' || !Object.hasOwn(REQUESTS, value.name)) return false;
  return REQUESTS[value.name as Request['name']](value);
}

const LEVELS = ['error', 'warning', 'info', 'debug'];

function isLogEntry(value: unknown): value is LogEntry {
  return (
    isFields(value) &&
    LEVELS.includes(String(value.level)) &&
    isText(value.message) &&
    isFields(value.source) &&
    isNumber(value.time)
  );
}

const SETTINGS: Setting['kind'][] = ['component', 'variable', 'page-variable', 'page'];

function isSetting(value: unknown): value is Setting {
  return (
    isFields(value) && SETTINGS.some(kind => kind === value.kind) && isText(value.of, 200) && isText(value.key, 500)
  );
}

function isSettings(value: unknown): value is Setting[] {
  return Array.isArray(value) && value.every(isSetting);
}

function isExposedNews(value: unknown): value is ExposedNews {
  return isFields(value) && isId(value.instance) && isFields(value.exposed) && Array.isArray(value.large);
}

const isPart = (wish: Fields): boolean => isId(wish.component) && isId(wish.key);

const WISHES: Record<Wish['name'], (wish: Fields) => boolean> = {
  expose: isPart,
  watch: isPart,
  assign: isPart,
  act: wish => isId(wish.component) && isId(wish.action) && Array.isArray(wish.params),
  picture: () => true,
};

function isWish(value: unknown): value is Wish {
  if (!isFields(value) || typeof value.name !== 'string' || !Object.hasOwn(WISHES, value.name)) return false;
  return WISHES[value.name as Wish['name']](value);
}

const GESTURES: Record<Gesture['kind'], (gesture: Fields) => boolean> = {
  start: gesture => gesture.device === 'desktop' || gesture.device === 'mobile',
  set: gesture => isId(gesture.instance) && isFields(gesture.values),
  fire: gesture =>
    isId(gesture.instance) && isId(gesture.event) && (gesture.detail === undefined || isFields(gesture.detail)),
  page: gesture => isText(gesture.handle, 200),
  answer: gesture => isBoolean(gesture.yes),
  alert: gesture => isId(gesture.level) && isText(gesture.message),
  state: gesture => isId(gesture.instance) && isFields(gesture.values),
};

function isGesture(value: unknown): value is Gesture {
  if (!isFields(value) || typeof value.kind !== 'string' || !Object.hasOwn(GESTURES, value.kind)) return false;
  return GESTURES[value.kind as Gesture['kind']](value);
}

const TO_HOST: Record<ToHost['type'], (message: Fields) => boolean> = {
  call: message => isNumber(message.call) && isRequest(message.request),
  cancel: message => isId(message.run),
  shown: () => true,
  title: message => isText(message.page, 500) && isNumber(message.pages),
  height: message => isNumber(message.height) && message.height >= 0,
  log: message => isLogEntry(message.entry),
  state: message =>
    isSettings(message.settings) && Array.isArray(message.exposed) && message.exposed.every(isExposedNews),
  event: message => isId(message.component) && isId(message.event),
  answer: message => isNumber(message.ask),
  gesture: message => isGesture(message.gesture),
  pong: message => isNumber(message.beat),
};

/** Whether this is a message a frame may send. */
export function isToHost(value: unknown): value is ToHost {
  if (!isFields(value) || typeof value.type !== 'string' || !Object.hasOwn(TO_HOST, value.type)) return false;
  return TO_HOST[value.type as ToHost['type']](value);
}

function isDefinition(value: unknown): boolean {
  return isFields(value) && isFields(value.settings) && Array.isArray(value.pages) && Array.isArray(value.queries);
}

function isChange(value: unknown): boolean {
  if (!isFields(value)) return false;
  const objects = [value.constants, value.globals, value.urlparams];
  return (
    (value.definition === undefined || isDefinition(value.definition)) &&
    objects.every(part => part === undefined || isFields(part))
  );
}

const TO_FRAME: Record<ToFrame['type'], (message: Fields) => boolean> = {
  init: message =>
    isFields(message.app) &&
    isFields(message.globals) &&
    isDefinition(message.definition) &&
    isChange(message) &&
    (message.settings === undefined || isSettings(message.settings)),
  settings: message => isSettings(message.settings),
  ask: message => isNumber(message.ask) && isWish(message.wish),
  update: message => isChange(message.change),
  reply: message => isNumber(message.call) && (message.json === undefined || message.json instanceof ArrayBuffer),
  ping: message => isNumber(message.beat),
};

/** Whether this is a message a host may send. */
export function isToFrame(value: unknown): value is ToFrame {
  if (!isFields(value) || typeof value.type !== 'string' || !Object.hasOwn(TO_FRAME, value.type)) return false;
  return TO_FRAME[value.type as ToFrame['type']](value);
}

/** The word of a handshake message, or nothing. */
export function handshake(value: unknown): string | undefined {
  return isFields(value) && typeof value.tooljet === 'string' ? value.tooljet : undefined;
}
