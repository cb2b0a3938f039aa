/** Light or dark, as the page around the notebook is: JupyterLab, VS Code, or what the system says. */

export type Mode = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

/** How the page looks now. */
export function modeOf(document: Document): Mode {
  const { jpThemeLight, vscodeThemeKind } = document.body.dataset;
  if (jpThemeLight !== undefined) return jpThemeLight === 'false' ? 'dark' : 'light';
  if (vscodeThemeKind !== undefined) return /dark|high-contrast$/.test(vscodeThemeKind) ? 'dark' : 'light';
  return matchMedia(DARK).matches ? 'dark' : 'light';
}

/** Calls back whenever the look may have changed. Returns the way to stop. */
export function followMode(document: Document, changed: (mode: Mode) => void): () => void {
  const tell = (): void => changed(modeOf(document));
  const observer = new MutationObserver(tell);
  observer.observe(document.body, { attributeFilter: ['data-jp-theme-light', 'data-vscode-theme-kind'] });
  const system = matchMedia(DARK);
  system.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', tell);
  };
}
