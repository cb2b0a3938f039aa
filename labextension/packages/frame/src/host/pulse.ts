/** Asks a frame now and then whether it still answers. */

const ASK_EVERY_MS = 2000;

/** A frame that says nothing for this long has hung. */
const SILENCE_MS = 5000;

/** Starts to ask; call the result's `heard` for every message of the frame. */
export function pulse(ask: (beat: number) => void, silent: () => void): { heard(): void; stop(): void } {
  let beat = 0;
  let asked: number | undefined;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    // A laptop that slept, or a tab in the background, was silent itself.
    const slept = now - last > 2 * ASK_EVERY_MS;
    last = now;
    if (slept) asked = undefined;
    if (asked !== undefined && now - asked > SILENCE_MS) {
      clearInterval(timer);
      return silent();
    }
    beat += 1;
    asked ??= now;
    ask(beat);
  }, ASK_EVERY_MS);
  return {
    heard: () => (asked = undefined),
    stop: () => clearInterval(timer),
  };
}
