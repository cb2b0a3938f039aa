/** Tabs come from a list or an expression; keys pass over what cannot be opened. */
import { expect, it } from 'vitest';
import { openTab, tabForKey, tabItems } from '../src/tabs/items';

const items = tabItems([
  { id: '0', title: 'One' },
  { id: '1', title: 'Two', disable: { value: true } },
  { id: '2', title: 'Three', visible: { value: false } },
  { title: 'Four' },
]);

it('leaves hidden tabs out and counts on for those without an id', () => {
  expect(items.map(item => [item.id, item.disabled])).toEqual([['0', false], ['1', true], ['3', false]]); // prettier-ignore
});

it('opens the current tab, else the first one, never a disabled one', () => {
  expect(openTab(items, '3', '0')?.id).toBe('3');
  expect(openTab(items, '1', 0)?.id).toBe('0');
  expect(openTab(items, undefined, 'gone')?.id).toBe('0');
});

it('moves with the arrows, around the ends and over disabled tabs', () => {
  expect(tabForKey(items, '0', 'ArrowRight')?.id).toBe('3');
  expect(tabForKey(items, '0', 'ArrowLeft')?.id).toBe('3');
  expect(tabForKey(items, '3', 'Home')?.id).toBe('0');
  expect(tabForKey(items, '0', 'x')).toBeUndefined();
});
