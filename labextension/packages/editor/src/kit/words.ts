/** Words as they are written in the interface. */

/** With a large first letter. */
export function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
