/** The address bar: which page of the app it names, and with which parameters. */

/** A page and its query parameters. */
export interface Place {
  /** The page's handle, '' for the home page. */
  page: string;
  params: [string, string][];
}

/** The address of a place below the app's own address. */
export function addressOf(root: string, { page, params }: Place): string {
  const query = new URLSearchParams(params).toString();
  return `${root}${page === '' ? '' : `/${encodeURIComponent(page)}`}${query === '' ? '' : `?${query}`}`;
}

/** The place an address names, or undefined when it is not below the app's own. */
export function placeOf(root: string, { pathname, search }: { pathname: string; search: string }): Place | undefined {
  if (pathname !== root && !pathname.startsWith(`${root}/`)) return undefined;
  const page = decodeURIComponent(pathname.slice(root.length + 1).split('/')[0] ?? '');
  return { page, params: [...new URLSearchParams(search)] };
}

/** The parameters as `globals.urlparams` has them: the last one of a name counts. */
export function urlparams(place: Place): Record<string, string> {
  return Object.fromEntries(place.params);
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The link an app may open, or undefined: no scripts, no files, no pages made of data. */
export function safeLink(url: string, base: string): URL | undefined {
  // People write "example.com" and mean a web page.
  const written = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(url) ? `https://${url}` : url;
  if (!URL.canParse(written, base)) return undefined;
  const link = new URL(written, base);
  return SCHEMES.has(link.protocol) ? link : undefined;
}
