/** Light or dark: what JupyterLab says when the page is shown inside of it, else what the system says. */
import { useEffect, useState } from 'react';
import { tellLab } from '../api/lab';

export type Scheme = 'light' | 'dark' | 'auto';

/** The theme a message from JupyterLab names. */
export function schemeOf(message: unknown): 'light' | 'dark' | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('type' in message) || message.type !== 'tooljet:theme' || !('theme' in message)) return undefined;
  return message.theme === 'light' || message.theme === 'dark' ? message.theme : undefined;
}

export function useScheme(): Scheme {
  const [scheme, setScheme] = useState<Scheme>('auto');
  useEffect(() => {
    const told = (event: MessageEvent<unknown>): void => {
      const theme = event.origin === location.origin ? schemeOf(event.data) : undefined;
      if (theme) setScheme(theme);
    };
    window.addEventListener('message', told);
    // JupyterLab answers with its theme: the page may have loaded after it was first told.
    tellLab({ type: 'tooljet:ready' });
    return () => window.removeEventListener('message', told);
  }, []);
  return scheme;
}
