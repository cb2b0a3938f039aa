/** Holds the last snapshots of the app as they came; they are unpacked only when the app has to start again. */
import type { State } from '@tooljet/runtime';

/** The two ways of a worker to the keeper: states without the data of queries, and whole ones. */
export type KeeperPorts = [light: MessagePort, whole: MessagePort];

export class Keeper {
  private light: MessageEvent<State> | undefined;
  private whole: MessageEvent<State> | undefined;

  /** Fresh ports for the next worker. */
  open(): KeeperPorts {
    // The event is kept, not its data: a browser unpacks a message only when somebody looks at it.
    const light = listen(event => (this.light = event));
    const whole = listen(event => (this.whole = event));
    return [light, whole];
  }

  /** The state to start again from: the newest one, with the newest data of queries. */
  state(): State | undefined {
    const newest = this.light?.data;
    const whole = this.whole?.data;
    return newest && whole ? { ...newest, queries: whole.queries } : newest;
  }
}

function listen(keep: (event: MessageEvent<State>) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = keep;
  return port2;
}
