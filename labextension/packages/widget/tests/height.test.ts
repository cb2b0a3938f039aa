/** The app is as high as its page, within limits, until somebody says otherwise. */
import { beforeEach, expect, test } from 'vitest';
import { Height } from '../src/height';

let stage: HTMLElement;
let grip: HTMLElement;

beforeEach(() => {
  stage = document.createElement('div');
  grip = document.createElement('div');
});

test.each([
  [500.4, '500px'],
  [20, '120px'],
  [5000, '760px'],
])('a page of %s pixels is shown with %s', (height, shown) => {
  new Height(stage, grip, 0).report(height);
  expect(stage.style.height).toBe(shown);
});

test('a height that the kernel sets stays whatever the page needs', () => {
  const height = new Height(stage, grip, 300);
  height.report(600);
  expect(stage.style.height).toBe('300px');
  height.fix(0);
  expect(stage.style.height).toBe('600px');
});

test('what the user chose by the keyboard stays until a double click', () => {
  Object.defineProperty(stage, 'offsetHeight', { get: () => Number.parseInt(stage.style.height) });
  const height = new Height(stage, grip, 0);
  height.report(400);
  grip.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
  height.report(500);
  expect([stage.style.height, grip.getAttribute('aria-valuenow')]).toEqual(['440px', '440']);
  grip.dispatchEvent(new MouseEvent('dblclick'));
  expect(stage.style.height).toBe('500px');
});
