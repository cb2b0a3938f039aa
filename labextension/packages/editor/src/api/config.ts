/** What the server wrote into the page: where its own addresses start. */

/** The server's base URL path, with a slash at both ends. */
export function baseUrl(): string {
  const given: unknown = JSON.parse(document.getElementById('tooljet-config')?.textContent ?? '{}');
  const found = typeof given === 'object' && given !== null && 'baseUrl' in given ? given.baseUrl : undefined;
  return typeof found === 'string' ? found : '/';
}

/** The address of something below `/tooljet/`, such as `apps/orders`. */
export function address(path: string): string {
  return `${baseUrl()}tooljet/${path}`;
}
