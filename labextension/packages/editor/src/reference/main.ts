/** The API reference: Swagger UI on the server's own document, offline, with requests that carry Jupyter's XSRF token. */
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle';
import 'swagger-ui-dist/swagger-ui.css';
import { xsrf } from '../api/call';
import { address, baseUrl } from '../api/config';
import { followScheme } from './scheme';
import './reference.css';

/** The document with the address that this server has: below a JupyterHub it is not `/`. */
async function described(): Promise<object> {
  const answer = await fetch(address('api/openapi.json'), { credentials: 'same-origin' });
  const found: unknown = await answer.json();
  if (typeof found !== 'object' || found === null) throw new Error('The server sent no document.');
  return { ...found, servers: [{ url: baseUrl().replace(/\/$/, '') || '/' }] };
}

async function start(root: HTMLElement): Promise<void> {
  SwaggerUI({
    domNode: root,
    spec: await described(),
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    filter: true,
    tryItOutEnabled: true,
    validatorUrl: null,
    requestInterceptor: request => {
      request.headers = { ...request.headers, ...xsrf() };
      return request;
    },
  });
}

followScheme();
const root = document.getElementById('root');
if (root) {
  root.className = 'tj-Reference';
  start(root).catch((error: unknown) => {
    root.textContent = error instanceof Error ? error.message : 'The reference could not be loaded.';
  });
}
