/**
 * HTML of an app can neither run, send nor load anything, pictures aside.
 * DOMPurify is not dependable in the smaller DOM of the other tests.
 * @vitest-environment jsdom
 */
import { expect, it } from 'vitest';
import { sanitizedHtml, sanitizedMarkdown } from '../src/sanitize';

it('keeps what is only read', () => {
  const html =
    '<h3>Heading</h3><p style="color: red">Text <b>bold</b></p><table><tbody><tr><td>1</td></tr></tbody></table>';
  expect(sanitizedHtml(html)).toBe(html);
});

it.each([
  ['scripts', '<script>alert(1)</script>', 'alert'],
  ['handlers', '<img src="https://a.example/x.png" onerror="alert(1)">', 'onerror'],
  ['script addresses', '<a href="javascript:alert(1)">x</a>', 'javascript'],
  ['forms', '<form action="https://a.example"><input name="a"><button>Go</button></form>', '<form'],
  ['frames', '<iframe src="https://a.example"></iframe>', 'iframe'],
  ['style sheets from elsewhere', '<link rel="stylesheet" href="https://a.example/x.css">', 'a.example'],
  ['styles that load', '<p style="background: url(https://a.example/x)">x</p>', 'url('],
  ['style sheets that load', '<style>@import "https://a.example/x.css";</style><p>x</p>', '@import'],
  ['objects', '<object data="https://a.example"></object><embed src="https://a.example">', 'a.example'],
  ['drawings that run', '<svg><a href="javascript:alert(1)"><animate onbegin="alert(1)"></animate></a></svg>', 'alert'],
  ['refreshes', '<meta http-equiv="refresh" content="0;url=https://a.example">', 'a.example'],
  ['a new base', '<base href="https://a.example/">', 'a.example'],
])('takes out %s', (_what, html, trace) => {
  expect(sanitizedHtml(html)).not.toContain(trace);
});

it('makes Markdown harmless too', () => {
  expect(sanitizedMarkdown('**bold** <img src=x onerror=alert(1)> [x](javascript:alert(1))')).not.toMatch(
    /onerror|javascript/
  );
  expect(sanitizedMarkdown('**bold**')).toContain('<strong>bold</strong>');
});
