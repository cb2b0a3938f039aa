/** The address bar of an app, and the links an app may open. */
import { safeLink } from '@tooljet/frame';
import { describe, expect, it } from 'vitest';
import { addressOf, placeOf, urlparams, withoutSecrets } from '../src/address';

const root = '/user/ada/tooljet/apps/orders';

describe('an address', () => {
  it('names a page and its parameters, and back', () => {
    const place = {
      page: 'order list',
      params: [
        ['status', 'open & late'],
        ['x', ''],
      ] as [string, string][],
    };
    const address = addressOf(root, place);
    expect(address).toBe(`${root}/order%20list?status=open+%26+late&x=`);
    expect(placeOf(root, new URL(address, 'http://h'))).toEqual(place);
  });

  it('is the app itself for its home page', () => {
    expect(addressOf(root, { page: '', params: [] })).toBe(root);
    expect(placeOf(root, new URL(`${root}/`, 'http://h'))).toEqual({ page: '', params: [] });
  });

  it('is not taken for another app whose name begins the same', () => {
    expect(placeOf(root, new URL(`${root}-old/x`, 'http://h'))).toBeUndefined();
  });

  it("keeps Jupyter's token from the app", () => {
    const url = new URL(`http://h${root}/list?token=secret&a=1&_xsrf=x`);
    expect(placeOf(root, url)).toEqual({ page: 'list', params: [['a', '1']] });
    expect(withoutSecrets(url.href)).toBe(`http://h${root}/list?a=1`);
  });

  it('gives the last of two parameters with one name', () => {
    expect(
      urlparams({
        page: '',
        params: [
          ['a', '1'],
          ['a', '2'],
        ],
      })
    ).toEqual({ a: '2' });
  });
});

describe('a link', () => {
  it.each(['https://example.com/x', 'http://localhost:1/', 'mailto:a@example.com', 'example.com/x', '/tooljet/'])(
    '%s may be opened',
    url => {
      expect(safeLink(url, 'http://h/')).toBeDefined();
    }
  );

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:http://h/1',
    'http://',
  ])('%s is refused', url => {
    expect(safeLink(url, 'http://h/')).toBeUndefined();
  });
});
