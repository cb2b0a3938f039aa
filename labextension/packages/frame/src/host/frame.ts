/** The iframe an app runs in: how it is made, and how its host meets it. */
import { handshake } from '../guards';
import type { Handshake } from '../protocol';

/** Nothing else is ever allowed; above all not `allow-same-origin`, which would give the app the user's cookies. */
export const SANDBOX = 'allow-scripts';

/** Where the frame's document comes from: the server, or, where none can be reached from the page, a text. */
export type FrameSource = { url: string } | { srcdoc: string };

/** Makes the iframe. */
export function createFrame(document: Document, source: FrameSource): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  // The address of the page around may hold Jupyter's token.
  frame.referrerPolicy = 'no-referrer';
  frame.title = 'App';
  frame.className = 'tj-Host-frame';
  if ('url' in source) frame.src = source.url;
  else frame.srcdoc = source.srcdoc;
  return frame;
}

const SHIELD_STYLE =
  'html,body{height:100%;margin:0;overflow:hidden}iframe{display:block;width:100%;height:100%;border:0}';

/** A frame made of a text inherits the policy of the shield: it may say no more than where a frame may not go. */
const INHERITED_POLICY = "frame-src 'none'";

function shieldPolicy({ origin, pathname }: URL): string {
  return `default-src 'none'; style-src 'unsafe-inline'; frame-src ${origin}${pathname.replace(/[;,\s"']/g, encodeURIComponent)}`;
}

/**
 * An iframe to put the app's iframe in, on pages that do not say by `frame-src` what they may show: there an app could
 * send itself, and what it knows, to any address. The shield says it in their place.
 */
export function createShield(document: Document, source: FrameSource): HTMLIFrameElement {
  const shield = document.createElement('iframe');
  const policy = 'url' in source ? shieldPolicy(new URL(source.url, document.baseURI)) : INHERITED_POLICY;
  shield.title = 'App';
  shield.className = 'tj-Host-frame';
  shield.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${SHIELD_STYLE}</style>`;
  return shield;
}

/** Calls back with a port once the frame says that it is there; the first one only. Returns the way out. */
export function meet(frame: HTMLIFrameElement, met: (port: MessagePort) => void): () => void {
  const view = frame.ownerDocument.defaultView;
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.source === null || handshake(event.data) !== 'ready') return;
    // A frame that has an origin is not sandboxed: it is not ours.
    if (event.origin !== 'null') return;
    view?.removeEventListener('message', hear);
    const { port1, port2 } = new MessageChannel();
    const connect: Handshake = { tooljet: 'connect' };
    // An opaque origin cannot be named; that it is this window was checked above.
    frame.contentWindow?.postMessage(connect, '*', [port2]);
    met(port1);
  };
  view?.addEventListener('message', hear);
  const hello: Handshake = { tooljet: 'hello' };
  frame.contentWindow?.postMessage(hello, '*');
  return () => view?.removeEventListener('message', hear);
}
