/** A session that is recorded: what the person did and what came back, on its way to the server in small batches. */
import type { Device, ViewerDefinition } from '@tooljet/schema';
import { errorBody, isErrorBody, type Backend, type Gesture } from '@tooljet/frame';
import { Secrets } from './secrets';

/** One step as the server keeps it. */
export interface Step {
  kind: Gesture['kind'] | 'run';
  seconds: number;
  name?: string;
  event?: string;
  values?: unknown;
  reply?: unknown;
}

/** How a session fares: under way, ended by somebody, or refused by the server. */
export type Stage = 'recording' | 'waiting' | 'ended' | 'refused';

/** What the session needs of the server. */
export interface Recorder {
  addSteps(steps: Step[]): Promise<unknown>;
  endRecording(): Promise<unknown>;
}

/** What a session is made with; a test brings a clock of its own. */
export interface SessionOptions {
  changed(): void;
  definition?(): ViewerDefinition | undefined;
  /** Where the session begins: the page and its parameters. */
  place?(): { page: string; params: Record<string, string> };
  now?(): number;
}

const EVERY_MS = 400;

/** What a person meant to do: not what came along with it, such as a message that the app showed. */
const DEEDS = new Set<Step['kind']>(['fire', 'page', 'answer']);

/** Events that come along with others. */
const BESIDE = new Set(['onHover', 'onRowHovered', 'onFocus', 'onBlur', 'onSearchTextChanged']);

export class Session {
  stage: Stage = 'recording';
  /** How often the person did something. */
  deeds = 0;
  /** The field that is being typed into. */
  private typing: string | undefined;
  private waiting: Step[] = [];
  private sending: Promise<void> | undefined;
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly secrets: Secrets;

  constructor(
    private readonly server: Recorder,
    private readonly options: SessionOptions
  ) {
    this.secrets = new Secrets(() => options.definition?.());
    this.timer = setInterval(() => void this.flush(), EVERY_MS);
  }

  /** Something happened between the person and the app. */
  heard(gesture: Gesture): void {
    this.add(gesture.kind === 'start' ? this.opened(gesture.device) : stepOf(gesture));
  }

  /** Keeps what happened next. */
  add(step: Omit<Step, 'seconds'>): void {
    if (this.stage === 'ended' || this.stage === 'refused') return;
    this.waiting.push({ ...this.secrets.without(step), seconds: this.now() / 1000 });
    if (!DEEDS.has(step.kind) || BESIDE.has(step.event ?? '')) return;
    // Letter by letter is one step.
    const typing = step.event === 'onChange' ? step.name : undefined;
    if (typing === undefined || typing !== this.typing) this.deeds += 1;
    this.typing = typing;
    this.options.changed();
  }

  /** The same way to the server; what queries bring through it is kept. */
  watching(backend: Backend): Backend {
    return {
      runQuery: async call => {
        try {
          const answer = await backend.runQuery(call);
          this.add({ kind: 'run', name: call.query, values: call.values, reply: parsed(answer) });
          return answer;
        } catch (thrown) {
          this.add({ kind: 'run', name: call.query, values: call.values, reply: { error: errorBody(thrown) } });
          throw thrown;
        }
      },
      cancelRun: run => backend.cancelRun(run),
      request: call => backend.request(call),
    };
  }

  /** Sends what waits and ends the recording; the server no longer takes anything. */
  async end(): Promise<void> {
    await this.flush();
    // A batch that was on its way when the person pressed Stop left some behind.
    await this.flush();
    if (this.stage === 'refused') return;
    await this.server.endRecording().catch(() => undefined);
    this.become('ended');
  }

  private now(): number {
    return this.options.now?.() ?? performance.now();
  }

  /** The surroundings of the session: a test has to have the same. */
  private opened(device: Device): Omit<Step, 'seconds'> {
    const now = new Date().toISOString();
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { kind: 'start', values: { device, now, timeZone, ...this.options.place?.() } };
  }

  private flush(): Promise<void> {
    this.sending ??= this.send().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async send(): Promise<void> {
    const steps = this.waiting;
    if (steps.length === 0 || this.stage === 'ended' || this.stage === 'refused') return;
    this.waiting = [];
    try {
      await this.server.addSteps(steps);
      this.become('recording');
    } catch (thrown) {
      this.failed(steps, isErrorBody(thrown) ? thrown.detail?.status : undefined);
    }
  }

  /** Without an answer the steps are kept for the next time; a recording that ended, or is gone, takes none. */
  private failed(steps: Step[], status: unknown): void {
    if (status === 409 || status === 404) return this.become('ended');
    if (typeof status === 'number' && status < 500) return this.become('refused');
    this.waiting = [...steps, ...this.waiting];
    this.become('waiting');
  }

  private become(stage: Stage): void {
    if (stage === this.stage) return;
    this.stage = stage;
    if (stage === 'ended' || stage === 'refused') clearInterval(this.timer);
    this.options.changed();
  }
}

function stepOf(gesture: Exclude<Gesture, { kind: 'start' }>): Omit<Step, 'seconds'> {
  switch (gesture.kind) {
    case 'set':
    case 'state':
      return { kind: gesture.kind, name: gesture.instance, values: gesture.values };
    case 'fire':
      return { kind: 'fire', name: gesture.instance, event: gesture.event, values: gesture.detail ?? null };
    case 'page':
      return { kind: 'page', name: gesture.handle };
    case 'answer':
      return { kind: 'answer', values: gesture.yes };
    case 'alert':
      return { kind: 'alert', name: gesture.level, values: gesture.message };
  }
}

function parsed(answer: unknown): unknown {
  return answer instanceof ArrayBuffer ? JSON.parse(new TextDecoder().decode(answer)) : answer;
}
