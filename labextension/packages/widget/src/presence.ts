/** Finds out whether the kernel is still the one that made the app: notebooks do not tell their widgets. */
import type { Model } from './model';

const LOOK_EVERY_MS = 10_000;

/** A kernel that does nothing else answers in milliseconds. */
const ANSWER_MS = 3000;

const STATES_WITHOUT_IT = new Set(['dead', 'starting', 'restarting', 'autorestarting', 'terminating']);

export interface PresenceEvents {
  gone(): void;
  back(): void;
}

export class Presence {
  private isGone = false;
  private id = '';
  private answered = 0;
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly model: Model,
    private readonly ping: () => boolean,
    private readonly base: string | undefined,
    private readonly on: PresenceEvents
  ) {
    // What ipywidgets says when a kernel restarts, and when the connection is there again.
    model.on('comm_live_update', this.check);
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  dispose(): void {
    clearInterval(this.timer);
    this.model.off('comm_live_update', this.check);
  }

  /** The kernel said something; its id where it told that. */
  heard(id?: string): void {
    this.answered += 1;
    if (id !== undefined) this.id = id;
    if (!this.isGone) return;
    this.isGone = false;
    this.on.back();
  }

  /** Asks the kernel itself: only one that is busy may be silent. */
  readonly check = (): void => {
    const before = this.answered;
    if (!this.ping()) return this.lost();
    setTimeout(() => {
      if (this.answered === before) void this.silent();
    }, ANSWER_MS);
  };

  private async silent(): Promise<void> {
    const state = await this.state();
    if (state !== 'busy') this.lost();
  }

  /** The server knows whether there is a kernel, without waking it. */
  private async look(): Promise<void> {
    if (document.hidden || this.isGone) return;
    const state = await this.state();
    if (state === 'missing' || (state !== undefined && STATES_WITHOUT_IT.has(state))) this.lost();
  }

  private async state(): Promise<string | undefined> {
    if (this.base === undefined || this.id === '') return undefined;
    const address = `${this.base}api/kernels/${encodeURIComponent(this.id)}`;
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => undefined);
    if (answer?.status === 404) return 'missing';
    if (!answer?.ok) return undefined;
    const kernel: unknown = await answer.json().catch(() => undefined);
    return typeof kernel === 'object' && kernel !== null && 'execution_state' in kernel
      ? String(kernel.execution_state)
      : undefined;
  }

  private lost(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.on.gone();
  }
}
