/** The workspace's things as the sidebar and the launcher show them, read again when something changed. */

import { Signal, type ISignal } from '@lumino/signaling';

import { list, type Item, type Noun } from './server';

export interface Listing {
  items: Item[];
  /** Why there is no list. */
  error: string | null;
  /** Whether it was read at all. */
  known: boolean;
}

const NOUNS: readonly Noun[] = ['apps', 'sources', 'queries'];
const NOTHING: Listing = { items: [], error: null, known: false };

export class Workspace {
  /** Lists that changed. */
  get changed(): ISignal<this, Noun> {
    return this._changed;
  }

  listing(noun: Noun): Listing {
    return this._listings.get(noun) ?? NOTHING;
  }

  /** Reads everything again. */
  async refresh(): Promise<void> {
    await Promise.all(NOUNS.map(noun => this.read(noun)));
  }

  /** Reads the list of a noun again; other nouns are none of the sidebar's. */
  async changedOnServer(noun: string): Promise<void> {
    const known = NOUNS.find(name => name === noun);
    if (known) await this.read(known);
  }

  private async read(noun: Noun): Promise<void> {
    const listing = await list(noun).then(
      items => ({ items, error: null, known: true }),
      (error: unknown) => ({
        items: [],
        error: error instanceof Error ? error.message : 'The server cannot be reached.',
        known: true,
      })
    );
    this._listings.set(noun, listing);
    this._changed.emit(noun);
  }

  private readonly _listings = new Map<Noun, Listing>();
  private readonly _changed = new Signal<this, Noun>(this);
}
