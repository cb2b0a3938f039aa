/** Stops the clock of a frame and of its worker, where the app's code runs, at the time of the test. */
(() => {
  const stop = `(now => {
    const Real = Date;
    Date = class extends Real {
      constructor(...given) {
        super(...(given.length > 0 ? given : [now]));
      }
      static now() {
        return now;
      }
    };
  })(NOW);`;
  (0, eval)(stop);
  // Seconds never pass, so that a message stays until somebody closes it; animations and pauses of typing go on.
  const later = window.setTimeout;
  window.setTimeout = (run, delay, ...given) =>
    delay >= 3000 ? 0 : later(run, delay, ...given);
  const Real = Worker;
  window.Worker = class extends Real {
    constructor(address, options) {
      const code = `${stop}\nimportScripts(${JSON.stringify(String(address))});`;
      super(
        URL.createObjectURL(new Blob([code], { type: "text/javascript" })),
        options,
      );
    }
  };
})();
