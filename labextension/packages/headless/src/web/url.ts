/** `URL` for the addresses that apps build: of the web, relative ones, and any other scheme as it is written. */
import { Search } from './search';

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };
const PARTS = /^([a-z][a-z0-9+.-]*:)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/is;
const HOST = /^(?:([^:@]*)(?::([^@]*))?@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?$/;

interface Parts {
  protocol: string;
  authority: string | undefined;
  path: string;
  search: string;
  hash: string;
}

function split(text: string): Parts {
  const [, protocol = '', authority, path = '', search = '', hash = ''] = PARTS.exec(text) ?? [];
  return { protocol: protocol.toLowerCase(), authority, path, search, hash };
}

function invalid(text: string): TypeError {
  return new TypeError(`Invalid URL: ${text}`);
}

/** Letters that may not stand in an address, percent-encoded; what is encoded already stays. */
function encoded(text: string, wrong: RegExp): string {
  return text.replace(wrong, letters => encodeURIComponent(letters));
}

/** A path without `.` and `..`. */
function resolved(path: string): string {
  const steps: string[] = [];
  const parts = path.split('/');
  parts.forEach((step, index) => {
    const isLast = index === parts.length - 1;
    if (step === '..') steps.pop();
    if (step !== '..' && step !== '.') steps.push(step);
    else if (isLast) steps.push('');
    if (steps.length === 0) steps.push('');
  });
  const joined = steps.join('/');
  return joined.startsWith('/') ? joined : `/${joined}`;
}

function absolute(given: string, base: unknown): Parts {
  const own = split(given.trim());
  if (own.protocol !== '' || base === undefined) return own;
  const outer = absolute(String(base), undefined);
  if (own.authority !== undefined) return { ...own, protocol: outer.protocol };
  if (own.path === '') return { ...outer, search: own.search || outer.search, hash: own.hash };
  const folder = outer.path.slice(0, outer.path.lastIndexOf('/') + 1);
  return {
    ...own,
    protocol: outer.protocol,
    authority: outer.authority,
    path: own.path.startsWith('/') ? own.path : `${folder}${own.path}`,
  };
}

export class Address {
  protocol: string;
  username = '';
  password = '';
  hostname = '';
  port = '';
  pathname: string;
  hash: string;
  readonly searchParams: Search;
  private query: string;

  constructor(given: unknown, base?: unknown) {
    const text = String(given);
    const { protocol, authority, path, search, hash } = absolute(text, base);
    if (protocol === '') throw invalid(text);
    const isWeb = protocol in PORTS;
    this.protocol = protocol;
    this.locate(authority ?? '', text, isWeb);
    this.pathname = isWeb || authority !== undefined ? encoded(resolved(path), /[^\w\-.~!$&'()*+,;=:@/%]+/g) : path;
    this.query = encoded(search === '?' ? '' : search, /[\s"'<>]+|[^\0-\x7f]+/g);
    this.hash = encoded(hash === '#' ? '' : hash, /[\s"<>`]+|[^\0-\x7f]+/g);
    this.searchParams = new Search(this.query, changed => {
      this.query = changed === '' ? '' : `?${changed}`;
    });
  }

  static canParse(given: unknown, base?: unknown): boolean {
    return Address.parse(given, base) !== null;
  }

  static parse(given: unknown, base?: unknown): Address | null {
    try {
      return new Address(given, base);
    } catch {
      return null;
    }
  }

  get host(): string {
    return this.port === '' ? this.hostname : `${this.hostname}:${this.port}`;
  }

  get origin(): string {
    return this.protocol in PORTS ? `${this.protocol}//${this.host}` : 'null';
  }

  get search(): string {
    return this.query;
  }

  set search(text: string) {
    for (const name of Array.from(this.searchParams.keys())) this.searchParams.delete(name);
    for (const [name, value] of new Search(text)) this.searchParams.append(name, value);
    this.query = text === '' || text.startsWith('?') ? text : `?${text}`;
  }

  get href(): string {
    const who = this.username === '' ? '' : `${this.username}${this.password === '' ? '' : `:${this.password}`}@`;
    const place = this.hostname === '' && !(this.protocol in PORTS) ? '' : `//${who}${this.host}`;
    return `${this.protocol}${place}${this.pathname}${this.query}${this.hash}`;
  }

  toString(): string {
    return this.href;
  }

  toJSON(): string {
    return this.href;
  }

  private locate(authority: string, text: string, isWeb: boolean): void {
    const [, username = '', password = '', hostname = '', port = ''] = HOST.exec(authority) ?? [];
    if (isWeb && (hostname === '' || /[\s<>^|%#]/.test(hostname))) throw invalid(text);
    this.username = username;
    this.password = password;
    this.hostname = isWeb ? hostname.toLowerCase() : hostname;
    this.port = port === PORTS[this.protocol] ? '' : port;
  }
}
