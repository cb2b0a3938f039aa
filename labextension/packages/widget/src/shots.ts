/** Offers a picture of the app to what is around the output, so that the notebook's file shows one where no app runs. */

/** What is around says by this attribute that it keeps pictures, see `lab/src/output.ts`. */
export const KEEPER = '[data-tooljet-keeps-pictures]';

export const PICTURE = 'tooljet-picture';

const FIRST_AFTER_MS = 1500;
const QUIET_MS = 3000;
const MOST_EVERY_MS = 10_000;

export class Shots {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = -Infinity;

  constructor(
    private readonly el: HTMLElement,
    private readonly take: () => Promise<unknown>
  ) {}

  /** Something of the app changed: once it rests, there is a new picture. */
  touched(): void {
    if (!this.el.closest(KEEPER)) return;
    clearTimeout(this.timer);
    const wait = this.last === -Infinity ? FIRST_AFTER_MS : Math.max(QUIET_MS, this.last + MOST_EVERY_MS - now());
    this.timer = setTimeout(() => void this.shoot(), wait);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }

  private async shoot(): Promise<void> {
    if (document.hidden || this.el.offsetWidth === 0) return;
    this.last = now();
    // An app that cannot be drawn twice keeps the picture it has.
    const png = await this.take().catch(() => undefined);
    if (!(png instanceof ArrayBuffer)) return;
    const detail = { png: base64(png) };
    this.el.dispatchEvent(new CustomEvent(PICTURE, { bubbles: true, detail }));
  }
}

function now(): number {
  return performance.now();
}

function base64(bytes: ArrayBuffer): string {
  const view = new Uint8Array(bytes);
  let text = '';
  // In slices: a call has a most number of arguments.
  for (let from = 0; from < view.length; from += 0x8000)
    text += String.fromCharCode(...view.subarray(from, from + 0x8000));
  return btoa(text);
}
