/** The iframe an app runs in: how it is made, and how its host meets it. */
import { alreadyLoaded, handshake } from '../guards';
import type { Handshake } from '../protocol';

/** Nothing else is ever allowed; above all not `allow-same-origin`, which would give the app the user's cookies. */
export const SANDBOX = 'allow-scripts';

/** Where the frame's document comes from: the server, or, where none can be reached from the page, a text. */
export type FrameSource = { url: string } | { srcdoc: string };

/** Makes the iframe. */
export function createFrame(document: Document, source: FrameSource, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', SANDBOX);
  frame.title = title;
  frame.className = 'tj-Host-frame';
  if ('url' in source) frame.src = source.url;
  else frame.srcdoc = source.srcdoc;
  return frame;
}

/** What a host knows when it has met its frame. */
export interface Met {
  port: MessagePort;
  /** The load event of the frame's document has been: the next one is a stranger's. */
  loaded: boolean;
}

/** Calls back with a port once the frame says that it is there; the first one only. Returns the way out. */
export function meet(frame: HTMLIFrameElement, met: (met: Met) => void): () => void {
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
    met({ port: port1, loaded: alreadyLoaded(event.data) });
  };
  view?.addEventListener('message', hear);
  const hello: Handshake = { tooljet: 'hello' };
  frame.contentWindow?.postMessage(hello, '*');
  return () => view?.removeEventListener('message', hear);
}
