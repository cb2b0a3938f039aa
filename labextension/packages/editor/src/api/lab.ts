/** JupyterLab around the page, where there is one: it is told what changed and what to open. */

/** Whether the page is shown in a tab of JupyterLab. */
export function inLab(): boolean {
  return window.parent !== window;
}

/** Says something to JupyterLab; to nobody when the page stands alone. */
export function tellLab(message: { type: `tooljet:${string}` } & Record<string, string>): void {
  if (inLab()) window.parent.postMessage(message, location.origin);
}
