/** Something a person could not do, and why. */
export class CannotDo extends Error {
  constructor(
    /** The component, as the app calls it. */
    readonly target: string,
    /** "cannot be clicked" */
    readonly attempt: string,
    /** "it is disabled" */
    readonly reason: string
  ) {
    super(`${target} ${attempt}: ${reason}`);
    this.name = 'CannotDo';
  }
}

/** The first few of some words, for a message that says what there is instead. */
export function few(words: readonly string[], most = 8): string {
  const shown = words.slice(0, most).join(', ');
  return words.length > most ? `${shown} and ${words.length - most} more` : shown;
}

/** A value as a message shows it. */
export function quoted(value: unknown): string {
  return typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? 'nothing');
}
