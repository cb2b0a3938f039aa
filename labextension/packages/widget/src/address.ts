/** The address of the page's own server, as far as the page says it. */

/** The base address that JupyterLab, Notebook or Voilà wrote into its page, with a slash at its end. */
export function pageBase(document: Document): string | undefined {
  const config = document.getElementById('jupyter-config-data')?.textContent;
  const base = config ? baseUrlOf(config) : document.body.dataset.baseUrl;
  return base === undefined ? undefined : absolute(base, document.baseURI);
}

function baseUrlOf(config: string): string | undefined {
  const parsed: unknown = JSON.parse(config);
  const base = typeof parsed === 'object' && parsed !== null && 'baseUrl' in parsed ? parsed.baseUrl : undefined;
  return typeof base === 'string' ? base : undefined;
}

function absolute(url: string, base: string): string | undefined {
  if (!URL.canParse(url, base)) return undefined;
  const { href } = new URL(url, base);
  return href.endsWith('/') ? href : `${href}/`;
}

/**
 * The servers that the page may reach with its own cookies, the likeliest first: the page knows the address by which its
 * user came, the kernel only its own. Another origin is left to the kernel: its scripts would be a stranger's.
 */
export function candidates(document: Document, told: string): string[] {
  const { origin } = new URL(document.baseURI);
  const known = [pageBase(document), absolute(told, document.baseURI)];
  const near = known.filter(url => url !== undefined).filter(url => new URL(url).origin === origin);
  return [...new Set(near)];
}
