/** `axios` and `fetch` of scripts: the usual small part of both, sent by the host. */
import { isRecord } from './equal';
import type { Host, HttpReply, HttpRequest } from './host';
import { plain } from './plain';
import { asText } from './template';

/** What axios is configured with. */
type Config = Record<string, unknown>;

/** An axios error: the answer is in `response`. */
class AxiosError extends Error {
  readonly isAxiosError = true;

  constructor(
    message: string,
    readonly config: Config,
    readonly response?: unknown
  ) {
    super(message);
    this.name = 'AxiosError';
  }
}

type Call = (...given: unknown[]) => Promise<unknown>;
type Axios = Call & Record<string, unknown>;

const WITHOUT_BODY = ['get', 'delete', 'head', 'options'];
const WITH_BODY = ['post', 'put', 'patch'];

/** An axios whose requests the host sends. */
export function axiosOf(host: Host, given: Config = {}): Axios {
  // Scripts write `axios.defaults.headers.common.Authorization = ...`.
  const defaults: Config = { ...given, headers: { common: { ...configOf(given['headers']) } } };
  const send = (config: Config): Promise<unknown> => sendAxios(host, merged(defaults, config));
  const request: Call = (first, second) =>
    send(typeof first === 'string' ? { ...configOf(second), url: first } : configOf(first));
  const methods: Record<string, unknown> = {
    request,
    defaults,
    create: (config: unknown) => axiosOf(host, merged(defaults, configOf(config))),
    all: (promises: Iterable<unknown>) => Promise.all(promises),
    isAxiosError: (error: unknown) => error instanceof AxiosError,
  };
  for (const method of WITHOUT_BODY) {
    methods[method] = (url: unknown, config: unknown) => send({ ...configOf(config), url, method });
  }
  for (const method of WITH_BODY) {
    methods[method] = (url: unknown, data: unknown, config: unknown) =>
      send({ ...configOf(config), url, method, data });
  }
  return Object.assign(request, methods);
}

function configOf(value: unknown): Config {
  return isRecord(value) ? value : {};
}

function merged(defaults: Config, config: Config): Config {
  const { common, ...own } = configOf(defaults['headers']);
  return { ...defaults, ...config, headers: { ...configOf(common), ...own, ...configOf(config['headers']) } };
}

async function sendAxios(host: Host, config: Config): Promise<unknown> {
  const reply = await host.request(axiosRequest(config)).catch((error: unknown): never => {
    const message = isRecord(error) && 'message' in error ? asText(error['message']) : 'Network Error';
    throw new AxiosError(message, config);
  });
  const { status, statusText, headers, body } = reply;
  const response = { data: body, status, statusText: statusText ?? '', headers, config };
  const isGood = typeof config['validateStatus'] === 'function' ? config['validateStatus'](status) : isOk(status);
  if (isGood) return response;
  throw new AxiosError(`Request failed with status code ${status}`, config, response);
}

function axiosRequest(config: Config): HttpRequest {
  const url = joined(asText(config['baseURL']), asText(config['url']));
  const body = config['data'];
  return {
    method: (asText(config['method']) || 'get').toUpperCase(),
    url: withParams(url, config['params']),
    headers: textHeaders(config['headers']),
    ...(body !== undefined && { body: sendable(body) }),
  };
}

function joined(base: string, url: string): string {
  return base === '' || /^[a-z]+:/i.test(url) ? url : `${base.replace(/\/$/, '')}/${url.replace(/^\//, '')}`;
}

function withParams(url: string, params: unknown): string {
  const pairs = isParams(params) ? Array.from(params) : Object.entries(configOf(params));
  const query = pairs
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([key, value]) => (Array.isArray(value) ? value.map(item => [`${key}[]`, item]) : [[key, value]]))
    .map(([key, value]) => `${encodeURIComponent(String(key))}=${encodeURIComponent(asText(value))}`);
  return query.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${query.join('&')}`;
}

/** Without a browser (in V8 alone) there is no such class. */
function isParams(value: unknown): value is URLSearchParams {
  return typeof URLSearchParams !== 'undefined' && value instanceof URLSearchParams;
}

function sendable(body: unknown): unknown {
  return isParams(body) ? String(body) : plain(body);
}

function textHeaders(headers: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(configOf(headers)).map(([key, value]) => [key, asText(value)]));
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A fetch whose requests the host sends. */
export function fetchOf(host: Host): Call {
  return async (url, given) => {
    const init = configOf(given);
    const { body } = init;
    const reply = await host.request({
      method: (asText(init['method']) || 'GET').toUpperCase(),
      url: String(url),
      headers: textHeaders(init['headers']),
      ...(body !== undefined && { body: sendable(body) }),
    });
    return fetchResponse(String(url), reply);
  };
}

function fetchResponse(url: string, reply: HttpReply): object {
  const { status, statusText, headers, body } = reply;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? null);
  const lower = new Map(Object.entries(headers).map(([key, value]) => [key.toLowerCase(), value]));
  return {
    url,
    status,
    statusText: statusText ?? '',
    ok: isOk(status),
    headers: {
      get: (name: string) => lower.get(name.toLowerCase()) ?? null,
      has: (name: string) => lower.has(name.toLowerCase()),
    },
    text: () => Promise.resolve(text),
    json: async (): Promise<unknown> => (typeof body === 'string' ? JSON.parse(body) : body),
  };
}
