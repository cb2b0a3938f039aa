/** Light or dark for the reference page: what the system says, or JupyterLab when it shows the page. */
import { tellLab } from '../api/lab';
import { schemeOf } from '../home/scheme';

export function followScheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let told: 'light' | 'dark' | undefined;
  const show = (): void => {
    const scheme = told ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = scheme;
    // Swagger UI's own name for the same thing.
    document.documentElement.classList.toggle('dark-mode', scheme === 'dark');
  };
  dark.addEventListener('change', show);
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin === location.origin) told = schemeOf(event.data) ?? told;
    show();
  });
  tellLab({ type: 'tooljet:ready' });
  show();
}
