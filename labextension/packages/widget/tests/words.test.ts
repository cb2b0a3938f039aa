/** What a builder reads when the app cannot be shown, and the text of a frame without a server. */
import { UNREACHABLE } from '@tooljet/frame';
import { expect, test } from 'vitest';
import { allowedHosts, frameText } from '../src/inline';
import { troubleOf } from '../src/trouble';

test('every place that cannot work is listed', () => {
  const problems = [
    { place: 'Page Home, table1', reason: 'there is no component type Tabel' },
    { place: 'Query orders', reason: 'a {{ does not close' },
  ];
  const trouble = troubleOf({ code: 'Invalid', message: 'Page Home … (and 1 more)', detail: { problems } });
  expect(trouble).toEqual({
    title: '2 things cannot work',
    text: 'Change them and run the cell again.',
    problems,
  });
});

test('a server that does not answer can be tried again', () => {
  const trouble = troubleOf({ code: UNREACHABLE, message: '', detail: {} });
  expect([trouble.title, trouble.action]).toEqual(['The server cannot be reached', 'Try again']);
});

test('an app that cannot be composed yet offers nothing to try', () => {
  const trouble = troubleOf({ code: 'NotFound', message: 'The app has no query more', detail: {} });
  expect(trouble).toEqual({ title: 'This app is not complete yet', text: 'The app has no query more' });
});

test('any other error says its own words', () => {
  expect(troubleOf({ code: 'TooLarge', message: 'It is too large', detail: {} }).text).toBe('It is too large');
});

test('no text of the code can end the script or the style around it', () => {
  const text = frameText('say("</script><script>alert(1)</SCRIPT><!--")', 'a::after{content:"</style>"}');
  expect(text.match(/<script/g)).toHaveLength(2);
  expect(text.match(/<\/script>/gi)).toHaveLength(1);
  expect(text.match(/<\/style>/gi)).toHaveLength(1);
  expect(text).not.toContain('<!--');
});

test('images come only from the hosts that the app lists, and nothing else gets into the policy', () => {
  const listed = ['img.example.com', '*.cdn.example.com:8443', "x; script-src 'unsafe-inline' *", 'a b', 7, '">'];
  const hosts = allowedHosts({ settings: { allowedHosts: listed } });
  expect(hosts).toEqual(['img.example.com', '*.cdn.example.com:8443']);
  const [, policy] = /Content-Security-Policy" content="([^"]*)"/.exec(frameText('', '', hosts)) ?? [];
  expect(policy).toContain('img-src data: blob: https://img.example.com https://*.cdn.example.com:8443;');
  expect(policy).toContain("connect-src 'none'");
  expect(allowedHosts({})).toEqual([]);
});
