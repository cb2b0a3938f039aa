/** Asks the kernel over the widget's comm: the way to everything where the page itself reaches no server. */
import { errorBody, isErrorBody } from '@tooljet/frame';
import { isFromKernel, type FromKernel } from './messages';
import type { Model } from './model';

/** What the kernel answered: a value, and bytes where there are any. */
export interface Answer {
  value: unknown;
  buffers: ArrayBuffer[];
}

interface Waiting {
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

interface ReplyMessage {
  id: string;
  value?: unknown;
  error?: unknown;
}

function isReply(message: unknown): message is ReplyMessage {
  return typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'string';
}

/** The bytes of a view, apart from the message they came in. */
function bytes(view: DataView): ArrayBuffer {
  const copy = new Uint8Array(view.byteLength);
  copy.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return copy.buffer;
}

export class Kernel {
  private readonly waiting = new Map<string, Waiting>();
  // All views of a widget hear all answers, so their numbers must differ.
  private readonly own = Math.random().toString(36).slice(2);
  private last = 0;

  private readonly listeners: ((message: FromKernel) => void)[] = [];

  constructor(private readonly model: Model) {
    model.on('msg:custom', this.hear);
  }

  /** Hears what the kernel says unasked. */
  listen(listener: (message: FromKernel) => void): void {
    this.listeners.push(listener);
  }

  /** Says something that needs no answer; returns whether there is a way to the kernel at all. */
  say(message: { kind: string; [key: string]: unknown }): boolean {
    try {
      this.model.send(message);
      return true;
    } catch {
      // The notebook has given up the connection: its own words for that reach nobody here.
      return false;
    }
  }

  /** Resolves to the kernel's answer; rejects with the body of an error. */
  ask(message: { kind: 'bundle' | 'frame' | 'call'; [key: string]: unknown }): Promise<Answer> {
    this.last += 1;
    const id = `${this.own}-${this.last}`;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (!this.say({ ...message, id })) reject(errorBody(new Error('There is no kernel any more.')));
    });
  }

  dispose(): void {
    this.model.off('msg:custom', this.hear);
    this.listeners.length = 0;
    this.waiting.clear();
  }

  private readonly hear = (message: unknown, buffers: DataView[]): void => {
    if (isFromKernel(message)) return this.listeners.forEach(listener => listener(message));
    if (!isReply(message)) return;
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (isErrorBody(message.error)) waiting?.reject(errorBody(message.error));
    else waiting?.resolve({ value: message.value, buffers: buffers.map(bytes) });
  };
}
