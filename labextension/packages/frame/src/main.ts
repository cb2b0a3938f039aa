/** The first code of the frame: starts the worker and meets the host while the renderer is still arriving. */
import { connect } from './connect';
import { deviceByWidth } from './device';
import { Engine, type EngineListener } from './engine';
import { isToFrame } from './guards';
import type { Page } from './page';
import type { Init, ToFrame, ToHost } from './protocol';

// The one way to the network that no policy of the browser closes. App code is not in this thread; this is the second lock.
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) Reflect.deleteProperty(window, name);

const rendering = import('./page');

/** One shown app: what comes before the renderer is there waits for it, in order. */
class Frame {
  private page: Page | undefined;
  private readonly waiting: ((page: Page) => void)[] = [];
  private readonly engine: Engine;

  constructor() {
    const listener: EngineListener = {
      patches: patches => this.later(page => page.patches(patches)),
      call: (call, request) => this.later(page => page.call(call, request)),
      cancel: run => this.later(page => page.cancel(run)),
      log: entry => this.later(page => page.log(entry)),
      tell: message => this.later(page => page.tell(message)),
      restarted: restart => this.later(page => page.restarted(restart)),
    };
    this.engine = new Engine(listener);
  }

  hear(message: ToFrame, send: (message: ToHost, transfer?: Transferable[]) => void): void {
    switch (message.type) {
      case 'ping':
        return send({ type: 'pong', beat: message.beat });
      case 'init':
        return void this.begin(message, send);
      case 'update':
        return this.later(page => page.update(message.change));
      case 'settings':
        return this.later(() => this.engine.send(message));
      case 'ask':
        return this.later(page => page.ask(message.ask, message.wish));
      case 'reply':
        return message.call < 0 ? this.later(page => page.answered(message)) : this.engine.reply(message);
    }
  }

  private async begin(init: Init, send: (message: ToHost, transfer?: Transferable[]) => void): Promise<void> {
    this.engine.start(init, init.device ?? deviceByWidth());
    const { Page } = await rendering;
    const page = new Page(this.engine, init, send);
    page.show(document.getElementById('root') ?? document.body);
    this.page = page;
    for (const run of this.waiting.splice(0)) run(page);
  }

  private later(run: (page: Page) => void): void {
    if (this.page) run(this.page);
    else this.waiting.push(run);
  }
}

const frame = new Frame();
void connect().then(port => {
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isToFrame(data)) frame.hear(data, (message, transfer = []) => port.postMessage(message, transfer));
  };
});
