/** How high the app is in its cell: as its page, up to a limit, until the user says otherwise. */

/** Higher apps scroll inside: the cells around stay in sight. */
const MOST = 760;
const LEAST = 120;

/** One step of the arrow keys. */
const STEP = 40;

export class Height {
  /** What the user chose by the grip. */
  private chosen: number | undefined;
  private reported = 320;

  constructor(
    private readonly stage: HTMLElement,
    private readonly grip: HTMLElement,
    private fixed: number
  ) {
    grip.addEventListener('pointerdown', event => this.drag(event));
    grip.addEventListener('keydown', event => this.step(event));
    grip.addEventListener('dblclick', () => this.choose(undefined));
    this.apply();
  }

  /** The page of the app is this high. */
  report(height: number): void {
    this.reported = height;
    this.apply();
  }

  /** The kernel says how high; 0 leaves it to the page. */
  fix(height: number): void {
    this.fixed = height;
    this.apply();
  }

  private choose(height: number | undefined): void {
    this.chosen = height === undefined ? undefined : Math.max(LEAST, height);
    this.apply();
  }

  private apply(): void {
    const natural = Math.min(MOST, Math.max(LEAST, this.reported));
    const height = Math.round(this.chosen ?? (this.fixed > 0 ? this.fixed : natural));
    this.stage.style.height = `${height}px`;
    this.grip.setAttribute('aria-valuenow', String(height));
  }

  private drag(down: PointerEvent): void {
    const start = this.stage.offsetHeight - down.clientY;
    // The frame lives in a process of its own: it would swallow the movement even of a captured pointer.
    this.stage.style.pointerEvents = 'none';
    this.grip.setPointerCapture(down.pointerId);
    const move = (event: PointerEvent): void => this.choose(start + event.clientY);
    const end = (): void => {
      this.stage.style.pointerEvents = '';
      this.grip.removeEventListener('pointermove', move);
    };
    this.grip.addEventListener('pointermove', move);
    this.grip.addEventListener('lostpointercapture', end, { once: true });
  }

  private step(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowUp: -STEP, ArrowDown: STEP };
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.choose(this.stage.offsetHeight + by);
  }
}
