/** The frame as one text, for pages that reach no server: code, styles and policy come from the kernel. */
import { send, type FrameSource } from '@tooljet/frame';
import type { Kernel } from './kernel';
import type { Traits } from './model';

/** What the document may do: all it needs is in it, as the policy of a served frame has it. */
function policy(hosts: readonly string[]): string {
  const images = ['data:', 'blob:', ...hosts.map(host => `https://${host}`)].join(' ');
  return [
    "default-src 'none'",
    "script-src 'unsafe-inline' 'unsafe-eval' blob:",
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'font-src data:',
    `img-src ${images}`,
    `media-src ${images}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** A name, a name with a port, or all names below one: what may stand in a policy, as on the server. */
const HOST = /^(\*\.)?[A-Za-z0-9.-]+(:\d+)?$/;

/** The hosts that an app lists and whose images it may show. */
export function allowedHosts({ settings }: Traits['definition']): string[] {
  const listed = settings?.allowedHosts;
  return Array.isArray(listed) ? listed.filter(host => typeof host === 'string' && HOST.test(host)) : [];
}

type Parts = [code: string, style: string];

let loaded: Promise<Parts> | undefined;

/** The frame's text; its parts are fetched once for all apps of a page, from the server where the page reaches it. */
export async function inlineFrame(
  kernel: Kernel,
  { hosts, base }: { hosts: readonly string[]; base?: string }
): Promise<FrameSource> {
  loaded ??= base === undefined ? fromKernel(kernel) : fromServer(base);
  loaded.catch(() => (loaded = undefined));
  const [code, style] = await loaded;
  return { srcdoc: frameText(code, style, hosts) };
}

async function fromKernel(kernel: Kernel): Promise<Parts> {
  const { buffers } = await kernel.ask({ kind: 'frame' });
  const [code = '', style = ''] = await Promise.all(buffers.map(unpacked));
  return [code, style];
}

async function fromServer(base: string): Promise<Parts> {
  const text = async (name: string): Promise<string> =>
    (await send(`${base}tooljet/static/${name}`, { method: 'GET' })).text();
  return Promise.all([text('frame-inline.js'), text('frame-inline.css')]);
}

async function unpacked(packed: ArrayBuffer): Promise<string> {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** The document; a text of the code that looks like the end of a script must not end it. */
export function frameText(code: string, style: string, hosts: readonly string[] = []): string {
  const script = code.replace(/<(?=\/script|!--)/gi, '\\x3c');
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${policy(hosts)}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<style>${style.replaceAll('</', '<\\/')}</style></head>` +
    `<body><div id="root"></div><script type="module">${script}</script></body></html>`
  );
}
