/**
 * What a function displays can hold anything: none of it runs in the notebook's page.
 *
 * @vitest-environment jsdom
 */
import { expect, test } from 'vitest';
import { Said } from '../src/said';

test('no script of a display runs', () => {
  const said = new Said();
  const html =
    '<table><tr><td onclick="steal()">1</td></tr></table><script>steal()</script><img src=x onerror=steal()>';
  said.add('save', { type: 'display', data: { 'text/html': [html], 'text/plain': 'table' } });
  expect(said.element.querySelector('td')?.textContent).toBe('1');
  expect(said.element.innerHTML).not.toMatch(/script|onclick|onerror/);
});
