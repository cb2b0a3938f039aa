/** Pictures and links: where they come from, and what is refused. */
import { describe, expect, it } from 'vitest';
import { iconWords } from '../src/icons/words';
import { sourceOf } from '../src/image/source';
import { turned, zoomed } from '../src/image/view';
import { openable } from '../src/address';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4';

describe('the source of a picture', () => {
  it('is an address, a data URL, or plain base64', () => {
    expect(sourceOf('https://example.com/a.png', {})).toBe('https://example.com/a.png');
    expect(sourceOf(png, {})).toBe(`data:image/png;base64,${png}`);
    expect(sourceOf('', {})).toBe('');
  });

  it('is an object when the builder says so', () => {
    const file = { name: 'a', type: 'image/jpeg', base64Data: '/9j/4AAQ' };
    expect(sourceOf('ignored', { imageFormat: 'jsObject', jsSchema: file })).toBe('data:image/jpeg;base64,/9j/4AAQ');
    expect(sourceOf('', { imageFormat: 'jsObject', jsSchema: null })).toBe('');
  });

  it('is never code', () => {
    expect(sourceOf('javascript:alert(1)', {})).toBe('');
  });
});

describe('a picture that is looked at', () => {
  const view = { zoom: 1, turn: 270, x: 0, y: 0 };

  it('goes from step to step and comes back to its place', () => {
    expect(zoomed(view, 1).zoom).toBe(1.25);
    expect(zoomed({ ...view, zoom: 1.25, x: 30 }, -1)).toEqual(view);
    expect(zoomed({ ...view, zoom: 8 }, 1).zoom).toBe(8);
  });

  it('turns by quarters', () => {
    expect(turned(view).turn).toBe(0);
  });
});

describe('an address that may be opened', () => {
  it.each([
    ['https://example.com', 'https://example.com'],
    ['example.com/x', 'https://example.com/x'],
    ['localhost:8080/x', 'https://localhost:8080/x'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['/tooljet/apps/x', '/tooljet/apps/x'],
    ['javascript:alert(1)', undefined],
    [' JavaScript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['', undefined],
  ])('%j is %j', (address, url) => {
    expect(openable(address)).toBe(url);
  });
});

it('an icon is named in words', () => {
  expect(iconWords('IconShoppingCartPlus')).toBe('Shopping cart plus');
  expect(iconWords('IconHome2')).toBe('Home 2');
});
