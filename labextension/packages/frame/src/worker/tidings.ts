/** Gathers what other places that show the app, and Python, have to know: one message for many waves. */
import type { News, Patch, Runtime } from '@tooljet/runtime';

/** Changes that follow each other at once travel together. */
const GATHER_MS = 20;

export class Tidings {
  private patches: Patch[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly tell: (news: News) => void
  ) {}

  /** A wave, or something without one, has happened. */
  add(patches: readonly Patch[]): void {
    this.patches.push(...patches);
    this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** Tells what there is, so that what follows comes after it. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const news = this.runtime.live.news(this.patches.splice(0));
    if (news.settings.length + news.exposed.length > 0) this.tell(news);
  }
}
