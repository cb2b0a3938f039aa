/** `URLSearchParams`: what an address says after its question mark. */

type Pair = [string, string];

/** As forms write it: a space is a plus sign. */
function written(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function readText(text: string): string {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function pairsOf(given: unknown): Pair[] {
  if (given === undefined || given === null) return [];
  if (given instanceof Search) return Array.from(given);
  if (typeof given === 'object') {
    const isListed = Symbol.iterator in given;
    const entries = isListed ? Array.from(given as Iterable<[unknown, unknown]>) : Object.entries(given);
    return entries.map(([name, value]): Pair => [String(name), String(value)]);
  }
  const parts = String(given).replace(/^\?/, '').split('&');
  return parts
    .filter(part => part !== '')
    .map((part): Pair => {
      const at = part.indexOf('=');
      return at < 0 ? [readText(part), ''] : [readText(part.slice(0, at)), readText(part.slice(at + 1))];
    });
}

export class Search {
  private pairs: Pair[];

  constructor(
    given?: unknown,
    private readonly changed: (text: string) => void = () => undefined
  ) {
    this.pairs = pairsOf(given);
  }

  get size(): number {
    return this.pairs.length;
  }

  get(name: string): string | null {
    return this.pairs.find(([other]) => other === name)?.[1] ?? null;
  }

  getAll(name: string): string[] {
    return this.pairs.filter(([other]) => other === name).map(([, value]) => value);
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  append(name: unknown, value: unknown): void {
    this.change([...this.pairs, [String(name), String(value)]]);
  }

  set(name: unknown, value: unknown): void {
    const key = String(name);
    const first = this.pairs.findIndex(([other]) => other === key);
    if (first < 0) return this.append(key, value);
    const kept = this.pairs.filter(([other], index) => other !== key || index === first);
    this.change(kept.map((pair): Pair => (pair[0] === key ? [key, String(value)] : pair)));
  }

  delete(name: string): void {
    this.change(this.pairs.filter(([other]) => other !== name));
  }

  sort(): void {
    this.change([...this.pairs].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
  }

  forEach(run: (value: string, name: string, all: Search) => void): void {
    for (const [name, value] of this.pairs) run(value, name, this);
  }

  keys(): IterableIterator<string> {
    return this.pairs.map(([name]) => name).values();
  }

  values(): IterableIterator<string> {
    return this.pairs.map(([, value]) => value).values();
  }

  entries(): IterableIterator<Pair> {
    return this.pairs.map(([name, value]): Pair => [name, value]).values();
  }

  [Symbol.iterator](): IterableIterator<Pair> {
    return this.entries();
  }

  toString(): string {
    return this.pairs.map(([name, value]) => `${written(name)}=${written(value)}`).join('&');
  }

  private change(pairs: Pair[]): void {
    this.pairs = pairs;
    this.changed(this.toString());
  }
}
