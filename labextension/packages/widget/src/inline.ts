/** The frame as one text, for pages that reach no server: code, styles and policy come from the kernel. */
import type { FrameSource } from '@tooljet/frame';
import type { Kernel } from './kernel';

/** What the document may do: all it needs is in it, as the policy of a served frame has it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data: blob:',
  'media-src data: blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

let loaded: Promise<FrameSource> | undefined;

/** The frame's text; fetched once for all apps of a page. */
export function inlineFrame(kernel: Kernel): Promise<FrameSource> {
  loaded ??= fetched(kernel);
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

async function fetched(kernel: Kernel): Promise<FrameSource> {
  const { buffers } = await kernel.ask({ kind: 'frame' });
  const [code = '', style = ''] = await Promise.all(buffers.map(unpacked));
  return { srcdoc: frameText(code, style) };
}

async function unpacked(packed: ArrayBuffer): Promise<string> {
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/** The document; a text of the code that looks like the end of a script must not end it. */
export function frameText(code: string, style: string): string {
  const script = code.replace(/<(?=\/script|!--)/gi, '\\x3c');
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8">` +
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<style>${style.replaceAll('</', '<\\/')}</style></head>` +
    `<body><div id="root"></div><script type="module">${script}</script></body></html>`
  );
}
