/** What the header says of several things at once: the app, its kernel, and the Python functions that run. */
import type { Panel, Status } from './panel';

const GONE = 'The kernel is gone. Queries go on; Python functions do nothing until the cell is run again.';

/** A function that is done sooner needs no word. */
const PATIENCE_MS = 150;

export class Statuses {
  private app: Status = 'starting';
  private hasKernel = true;
  private work = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly panel: Panel) {}

  /** How the app itself is. */
  say(status: Status): void {
    this.app = status;
    this.show();
  }

  kernel(isThere: boolean): void {
    this.hasKernel = isThere;
    this.panel.remark(isThere ? '' : GONE);
    this.show();
  }

  /** Which functions run, and how many calls wait for their turn. */
  working(functions: string[], waiting: number): void {
    clearTimeout(this.timer);
    const [first] = functions;
    if (first === undefined && waiting === 0) return this.worked('');
    const behind = waiting > 0 && first !== undefined ? `, ${waiting} more to do` : '';
    const words = first === undefined ? 'Waiting for the kernel' : `Working: ${first}${behind}`;
    if (this.work !== '') return this.worked(words);
    this.timer = setTimeout(() => this.worked(words), PATIENCE_MS);
  }

  private worked(words: string): void {
    this.work = words;
    this.show();
  }

  private show(): void {
    if (this.app !== 'live') return this.panel.say(this.app);
    if (!this.hasKernel) return this.panel.say('gone');
    if (this.work !== '') return this.panel.say('busy', this.work);
    this.panel.say('live');
  }
}
