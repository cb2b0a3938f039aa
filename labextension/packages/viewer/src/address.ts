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

/** Jupyter's own parameters: whoever has the token can do everything, so no app may see them. */
const SECRET = new Set(['token', '_xsrf']);

/** The parameters of an address that are for the app. */
export function paramsOf(search: string): [string, string][] {
  return [...new URLSearchParams(search)].filter(([name]) => !SECRET.has(name));
}

/** The address without what only Jupyter may know; it has done its work when the page is there. */
export function withoutSecrets(href: string): string {
  const url = new URL(href);
  for (const name of SECRET) url.searchParams.delete(name);
  return url.href;
}

/** The place an address names, or undefined when it is not below the app's own. */
export function placeOf(root: string, { pathname, search }: { pathname: string; search: string }): Place | undefined {
  if (pathname !== root && !pathname.startsWith(`${root}/`)) return undefined;
  const page = decodeURIComponent(pathname.slice(root.length + 1).split('/')[0] ?? '');
  return { page, params: paramsOf(search) };
}

/** The parameters as `globals.urlparams` has them: the last one of a name counts. */
export function urlparams(place: Place): Record<string, string> {
  return Object.fromEntries(place.params);
}
