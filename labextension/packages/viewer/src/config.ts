/** What the server wrote into the viewer's page: which app, which page, whose server. */

export interface Config {
  /** The server's base URL path, with a slash at both ends. */
  baseUrl: string;
  /** Slug or id. */
  app: string;
  /** The handle in the address, '' for the home page. */
  page: string;
  /** A draft to preview instead of the released version. */
  version: string | null;
  environment: string | null;
  /** The recording that this session belongs to. */
  record: string | null;
  /** Where signing out happens. */
  logoutUrl: string;
  /** Where signing in happens, for a viewer whose session has ended. */
  loginUrl: string;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Reads the configuration; what the server left out has its usual value. */
export function readConfig(document: Document): Config {
  const given: unknown = JSON.parse(document.getElementById('tooljet-config')?.textContent ?? '{}');
  const fields = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const baseUrl = text(fields.baseUrl) ?? '/';
  return {
    baseUrl,
    app: text(fields.app) ?? '',
    page: text(fields.page) ?? '',
    version: text(fields.version),
    environment: text(fields.environment),
    record: text(fields.record),
    logoutUrl: text(fields.logoutUrl) ?? `${baseUrl}logout`,
    loginUrl: text(fields.loginUrl) ?? `${baseUrl}login`,
  };
}
