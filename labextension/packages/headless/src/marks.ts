/** Says from inside a busy engine which piece of app code runs: in memory that the outside reads without asking. */

/** Numbers first: the binding that runs, the script that ran last, how many characters of names there are. */
const HEAD = 3;
const CHARACTERS = 120_000;
const LONGEST_NAME = 200;

/** How the bindings of scripts end: they go on after an `await`, when nothing is marked. */
const SCRIPT = /\.(?:code|transformation)$/;

export class Marks {
  /** The names in their order, each followed by a line break; a mark is the place of its name, from 1. */
  readonly buffer = new SharedArrayBuffer(HEAD * 4 + CHARACTERS * 2);
  private readonly head = new Int32Array(this.buffer, 0, HEAD);
  private readonly text = new Uint16Array(this.buffer, HEAD * 4);
  private readonly places = new Map<string, number>();

  readonly mark = (binding: string | null): void => {
    const place = binding === null ? 0 : (this.places.get(binding) ?? this.add(binding));
    this.head[0] = place;
    if (binding !== null && SCRIPT.test(binding)) this.head[1] = place;
  };

  private add(binding: string): number {
    const name = `${binding.slice(0, LONGEST_NAME).replaceAll('\n', ' ')}\n`;
    const start = this.head[2] ?? 0;
    if (start + name.length > CHARACTERS) return 0;
    for (let at = 0; at < name.length; at++) this.text[start + at] = name.charCodeAt(at);
    this.head[2] = start + name.length;
    const place = this.places.size + 1;
    this.places.set(binding, place);
    return place;
  }
}
