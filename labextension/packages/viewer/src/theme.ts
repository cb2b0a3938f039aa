/** Light or dark around the app: what the system says, or JupyterLab when the viewer is shown inside of it. */
import type { Theme } from '@tooljet/frame';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Follows the theme; calls back at once and at every change. */
export function followTheme(changed: (theme: Exclude<Theme, 'auto'>) => void): void {
  let told: Exclude<Theme, 'auto'> | undefined;
  const tell = (): void => {
    const theme = told ?? (DARK.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    changed(theme);
  };
  DARK.addEventListener('change', tell);
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // Only a page of the same server is JupyterLab; the app's own frame has no origin.
    if (event.origin !== location.origin) return;
    const theme = themeOf(event.data);
    if (!theme) return;
    told = theme;
    tell();
  });
  tell();
  // JupyterLab may have said its theme before anybody listened.
  if (window.parent !== window) window.parent.postMessage({ type: 'tooljet:ready' }, location.origin);
}

function themeOf(message: unknown): Exclude<Theme, 'auto'> | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message) || message.type !== 'tooljet:theme')
    return undefined;
  const theme = 'theme' in message ? message.theme : undefined;
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}
