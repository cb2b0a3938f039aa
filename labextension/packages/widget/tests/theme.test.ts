/** The app looks as the page around it, at once and whenever that changes. */
import { afterEach, expect, test, vi } from 'vitest';
import { followMode, modeOf } from '../src/theme';

afterEach(() => {
  delete document.body.dataset.jpThemeLight;
  delete document.body.dataset.vscodeThemeKind;
});

test.each([
  ['jpThemeLight', 'true', 'light'],
  ['jpThemeLight', 'false', 'dark'],
  ['vscodeThemeKind', 'vscode-light', 'light'],
  ['vscodeThemeKind', 'vscode-dark', 'dark'],
  ['vscodeThemeKind', 'vscode-high-contrast', 'dark'],
  ['vscodeThemeKind', 'vscode-high-contrast-light', 'light'],
])('%s %s is %s', (name, value, mode) => {
  document.body.dataset[name] = value;
  expect(modeOf(document)).toBe(mode);
});

test('a change of the theme is heard until nobody cares', async () => {
  const changed = vi.fn();
  const stop = followMode(document, changed);
  document.body.dataset.jpThemeLight = 'false';
  await vi.waitFor(() => expect(changed).toHaveBeenLastCalledWith('dark'));
  stop();
  document.body.dataset.jpThemeLight = 'true';
  await Promise.resolve();
  expect(changed).toHaveBeenCalledTimes(1);
});
