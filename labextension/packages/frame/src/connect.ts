/** Meets the host: says that the frame is there and takes exactly one port from the page around it. */
import { handshake } from './guards';
import { PROTOCOL, type Handshake } from './protocol';

/** Whether a message comes from a page around this one; a host may have put a shield in between. */
function fromAround(source: MessageEventSource | null): boolean {
  for (let view: Window = window; view !== view.parent; view = view.parent) if (source === view.parent) return true;
  return false;
}

/** Resolves to the port to the host. */
export function connect(): Promise<MessagePort> {
  const ready: Handshake = { tooljet: 'ready', protocol: PROTOCOL };
  return new Promise(resolve => {
    const hear = (event: MessageEvent<unknown>): void => {
      if (!fromAround(event.source)) return;
      const word = handshake(event.data);
      // The host may have started to listen after the first "ready": it says hello, and is told again.
      if (word === 'hello') window.parent.postMessage(ready, '*');
      const port = event.ports[0];
      if (word !== 'connect' || !port) return;
      window.removeEventListener('message', hear);
      resolve(port);
    };
    window.addEventListener('message', hear);
    // The host's origin is not known here, and nothing secret is said before it has sent the port.
    window.parent.postMessage(ready, '*');
  });
}
