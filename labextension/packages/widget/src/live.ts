/** Keeps this output in step with the kernel, and through it with the other outputs of the same app. */
import type { RemoteAction, Wish } from '@tooljet/frame';
import { errorBody } from '@tooljet/frame';
import type { News, Setting } from '@tooljet/runtime';
import type { Kernel } from './kernel';
import type { FromKernel, Output } from './messages';

/** What the widget does for it. */
export interface Surroundings {
  /** Takes over what another output set. */
  settle(settings: Setting[]): void;
  /** Asks the app in the frame. */
  ask(wish: Wish): Promise<unknown>;
  /** Python functions run, or wait to. */
  working(functions: string[], waiting: number): void;
  said(name: string, output: Output): void;
  heard(kernel?: string): void;
}

type CallPython = Extract<RemoteAction, { kind: 'call-python' }>;

interface Call {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  /** The function's name once it runs. */
  function?: string;
}

/** A kernel that runs a cell answers later: the app starts without it. */
const WELCOME_MS = 1500;

const GONE = 'The kernel is gone: run the cell again to call Python functions.';

export class Live {
  /** All outputs hear everything, so each has a name. */
  private readonly view = Math.random().toString(36).slice(2);
  private readonly known = new Map<string, Setting>();
  /** Own changes that the kernel has not put in order yet, by the number of their message: until then they win. */
  private readonly pending = new Map<string, number>();
  private readonly calls = new Map<string, Call>();
  private awaited = new Set<string>();
  private number = 0;
  private isGone = false;
  private welcomed: (() => void) | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly around: Surroundings
  ) {
    kernel.listen(message => this.hear(message));
  }

  /** What was set by hand so far: an app starts with it. */
  get settings(): Setting[] {
    return Array.from(this.known.values());
  }

  /** What asks the kernel for a sign of life. */
  get ping(): { kind: string; view: string } {
    return { kind: 'ping', view: this.view };
  }

  /** Says that this output is there; resolves when the kernel has answered, or does not for now. */
  hello(): Promise<void> {
    this.isGone = false;
    return new Promise(resolve => {
      const timer = setTimeout(resolve, WELCOME_MS);
      this.welcomed = () => {
        clearTimeout(timer);
        resolve();
      };
      this.say({ kind: 'hello' });
    });
  }

  say(message: { kind: string; [key: string]: unknown }): void {
    this.kernel.say({ ...message, view: this.view });
  }

  /** The app in the frame changed. */
  news({ settings, exposed }: News): void {
    this.number += 1;
    for (const setting of settings) {
      this.pending.set(placeOf(setting), this.number);
      this.keep(setting);
    }
    this.say({ kind: 'state', number: this.number, settings, exposed });
  }

  /** Something happened to a component; only what somebody waits for is worth a message. */
  happened(component: string, event: string): void {
    if (this.awaited.has(`${component} ${event}`)) this.say({ kind: 'event', component, event });
  }

  /** Calls a Python function; resolves when it has returned. */
  call(action: CallPython): Promise<unknown> {
    const call = `${this.view}-${(this.number += 1)}`;
    const { kind: _kind, ...about } = action;
    return new Promise((resolve, reject) => {
      this.calls.set(call, { resolve, reject });
      this.work();
      if (this.isGone || !this.kernel.say({ ...about, kind: 'callback', view: this.view, call })) this.gone();
    });
  }

  /** The kernel is gone: nobody answers any more. */
  gone(): void {
    this.isGone = true;
    this.pending.clear();
    if (this.calls.size > 0) this.around.said('', { type: 'error', title: GONE, lines: [] });
    for (const { reject } of this.calls.values()) reject(new Error(GONE));
    this.calls.clear();
    this.work();
  }

  private hear(message: FromKernel): void {
    switch (message.kind) {
      case 'awaited':
        return void (this.awaited = new Set(message.events));
      case 'who':
        return this.say({ kind: 'here' });
      case 'watch':
        return this.watch(message.component, message.key);
      case 'output':
        return this.around.said(message.function, message.output);
      case 'settings':
        return this.ordered(message);
    }
    if (message.view !== this.view) return;
    this.around.heard('kernel' in message ? message.kernel : undefined);
    switch (message.kind) {
      case 'welcome':
        return this.welcome(message);
      case 'ask':
        return void this.answer(message);
      case 'started':
        return this.started(message.call, message.function);
      case 'done':
        return this.done(message.call, message.error);
    }
  }

  private welcome({ settings, awaited, watched }: Extract<FromKernel, { kind: 'welcome' }>): void {
    this.awaited = new Set(awaited);
    for (const [component, key] of watched) this.watch(component, key);
    this.takeOver(settings);
    this.welcomed?.();
    this.welcomed = undefined;
  }

  /** A component of another page is watched once that page is shown, if it is still wanted then. */
  private watch(component: string, key: string): void {
    this.around.ask({ name: 'watch', component, key }).catch(() => undefined);
  }

  private ordered({ view, number, settings }: Extract<FromKernel, { kind: 'settings' }>): void {
    if (view !== this.view) return this.takeOver(settings);
    for (const [place, sent] of this.pending) if (sent <= number) this.pending.delete(place);
  }

  /** What this output changed after that stays: the kernel puts it last. */
  private takeOver(settings: Setting[]): void {
    const others = settings.filter(setting => !this.pending.has(placeOf(setting)));
    for (const setting of others) this.keep(setting);
    if (others.length > 0) this.around.settle(others);
  }

  private keep(setting: Setting): void {
    if (setting.kind === 'page')
      for (const [place, { kind }] of this.known) if (kind === 'component') this.known.delete(place);
    if ('value' in setting) this.known.set(placeOf(setting), setting);
    else this.known.delete(placeOf(setting));
  }

  private async answer({ ask, wish }: Extract<FromKernel, { kind: 'ask' }>): Promise<void> {
    try {
      // The kernel's message and the answer have the same `id`: by it the answer finds a thread that is free.
      this.say({ kind: 'answer', id: ask, value: (await this.around.ask(wish)) ?? null });
    } catch (error) {
      this.say({ kind: 'answer', id: ask, error: errorBody(error).message });
    }
  }

  private started(call: string, name: string): void {
    const found = this.calls.get(call);
    if (found) found.function = name;
    this.work();
  }

  private done(call: string, error?: string): void {
    const found = this.calls.get(call);
    this.calls.delete(call);
    this.work();
    if (error === undefined) found?.resolve(undefined);
    else found?.reject(new Error(error));
  }

  private work(): void {
    const all = Array.from(this.calls.values());
    const running = all.flatMap(call => call.function ?? []);
    this.around.working(running, all.length - running.length);
  }
}

function placeOf({ kind, of, key }: Setting): string {
  return `${kind} ${of} ${key}`;
}
