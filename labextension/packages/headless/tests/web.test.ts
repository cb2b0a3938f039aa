/** What V8 alone does not have, beside the real thing: Node's own is the model. */
import { describe, expect, it } from 'vitest';
import { AbortController as OurController } from '../src/web/abort';
import { atob as ourAtob, btoa as ourBtoa } from '../src/web/base64';
import { structuredClone as ourClone } from '../src/web/clone';
import { Search } from '../src/web/search';
import { TextDecoder as OurDecoder, TextEncoder as OurEncoder } from '../src/web/text';
import { Address } from '../src/web/url';

const ADDRESSES: [string, string?][] = [
  ['https://Example.com:443/a/../b/./c?x=1&y=a b#part'],
  ['http://user:secret@example.com:8080/'],
  ['https://example.com'],
  ['/orders?id=7', 'https://example.com/app/page'],
  ['../up', 'https://example.com/a/b/c'],
  ['next', 'https://example.com/a/b?old=1#old'],
  ['?only=1', 'https://example.com/a/b?old=1'],
  ['#there', 'https://example.com/a'],
  ['//other.org/x', 'https://example.com/a'],
  ['https://example.com/ä ö/%20?q=ä#ü'],
  ['mailto:ada@example.com'],
  ['http://[::1]:3000/x'],
];

describe('URL', () => {
  const keys = ['href', 'origin', 'protocol', 'host', 'hostname', 'port', 'pathname', 'search', 'hash'] as const;

  it.each(ADDRESSES)('reads %s on %s', (text, base) => {
    const [ours, real] = [new Address(text, base), new URL(text, base)];
    expect(Object.fromEntries(keys.map(key => [key, ours[key]]))).toEqual(
      Object.fromEntries(keys.map(key => [key, real[key]]))
    );
  });

  it.each(['', 'example.com', 'http://', '/only/a/path', 'http://a b/'])('refuses %j', text => {
    expect(URL.canParse(text)).toBe(false);
    expect(Address.canParse(text)).toBe(false);
    expect(() => new Address(text)).toThrow(TypeError);
  });

  it('changes with its parameters', () => {
    for (const url of [new Address('https://example.com/a?x=1'), new URL('https://example.com/a?x=1')]) {
      url.searchParams.set('x', '2');
      url.searchParams.append('y', 'a b&c');
      expect(String(url)).toBe('https://example.com/a?x=2&y=a+b%26c');
      url.search = '?z=3';
      expect(url.searchParams.get('z')).toBe('3');
      expect(JSON.stringify(url)).toBe('"https://example.com/a?z=3"');
    }
  });
});

describe('URLSearchParams', () => {
  it.each(['?a=1&b=2&a=3', 'x=%C3%A4+y&empty=&alone', '', 'bad=%zz'])('reads %j', text => {
    expect(Array.from(new Search(text))).toEqual(Array.from(new URLSearchParams(text)));
    expect(String(new Search(text))).toBe(String(new URLSearchParams(text)));
  });

  it('is made of objects and pairs, and changed', () => {
    for (const Params of [Search, URLSearchParams]) {
      const params = new Params({ b: '2', a: "it's (1)" });
      params.append('b', '3');
      params.sort();
      expect(params.getAll('b')).toEqual(['2', '3']);
      expect([params.size, params.has('c'), params.get('c')]).toEqual([3, false, null]);
      expect(String(params)).toBe('a=it%27s+%281%29&b=2&b=3');
      params.delete('b');
      expect(Array.from(params.keys())).toEqual(['a']);
    }
  });
});

describe('texts and bytes', () => {
  it.each(['', 'a', 'ab', 'abc', 'ä€😀', 'a\ud800b'])('encodes %j', text => {
    const bytes = new OurEncoder().encode(text);
    expect(Array.from(bytes)).toEqual(Array.from(new TextEncoder().encode(text)));
    expect(new OurDecoder().decode(bytes)).toBe(new TextDecoder().decode(bytes));
  });

  it.each([[[0xc3]], [[0xff, 0x41]], [[0xe2, 0x82]], [[0xed, 0xa0, 0x80]], [[0xf0, 0x9f, 0x98, 0x80, 0x21]]])(
    'decodes %j',
    bytes => {
      const [ours, real] = [new OurDecoder(), new TextDecoder()].map(decoder => decoder.decode(Uint8Array.from(bytes)));
      expect(ours?.replace(/\ufffd+/g, '?')).toBe(real?.replace(/\ufffd+/g, '?'));
    }
  );

  it.each(['', 'a', 'ab', 'abc', '\xff\x00'])('writes %j as base64', text => {
    expect(ourBtoa(text)).toBe(btoa(text));
    expect(ourAtob(btoa(text))).toBe(text);
  });

  it('refuses what is no byte and no base64', () => {
    expect(() => ourBtoa('€')).toThrow('Latin1');
    expect(() => ourAtob('a')).toThrow('not correctly encoded');
    expect(ourAtob(' YQ == ')).toBe('a');
  });
});

describe('the rest', () => {
  it('copies data with its circles', () => {
    const data: Record<string, unknown> = {
      date: new Date(0),
      map: new Map([[1, { a: 1 }]]),
      set: new Set([1]),
      bytes: Uint8Array.of(1, 2),
      list: [1, undefined, 3],
      pattern: /a/g,
    };
    data['self'] = data;
    const copy = ourClone(data);
    expect(copy).toEqual(structuredClone(data));
    expect(copy['self']).toBe(copy);
    expect(copy['map']).not.toBe(data['map']);
    expect(() => ourClone({ run: () => 1 })).toThrow('could not be cloned');
  });

  it('tells who listens that something was aborted', () => {
    const controller = new OurController();
    const heard: unknown[] = [];
    controller.signal.addEventListener('abort', () => heard.push(controller.signal.aborted));
    controller.abort();
    controller.abort();
    expect(heard).toEqual([true]);
    expect(() => controller.signal.throwIfAborted()).toThrow('aborted');
  });
});
