/** What an action is given: its options, evaluated when it reads them, and where it was started. */
import { asBoolean, asList } from '../coerce';
import type { Context } from '../context';
import type { QueryParams } from '../host';
import type { Instance } from '../instance';
import type { Row } from '../rows';
import { asText } from '../template';
import { isRecord } from '../equal';

/** Where an action was started and how its options are read. */
export interface Start {
  /** The Listview row of the event; names of components are looked up there first. */
  row: Row | null;
  /** The name of what the event happened to. */
  component: string;
  event: string;
  /** The component it happened to, where it is one. */
  instance?: Instance;
  /** What the event itself says, such as the clicked row. */
  detail?: Record<string, unknown>;
  read(key: string): unknown;
}

/** One action. */
export type Action = (options: Options, context: Context) => unknown;

export class Options {
  constructor(
    readonly start: Start,
    private readonly context: Context
  ) {}

  value(key: string): unknown {
    return this.start.read(key);
  }

  text(key: string): string {
    return asText(this.value(key));
  }

  flag(key: string): boolean {
    return asBoolean(this.value(key));
  }

  /** Pairs of key and value; pairs without a key are left-overs of the editor. */
  pairs(key: string): QueryParams {
    const value = this.value(key);
    const list = isRecord(value) ? Object.entries(value) : (asList(value) ?? []);
    return list.flatMap((pair): QueryParams => {
      const [name, item] = asList(pair) ?? [];
      return asText(name) === '' ? [] : [[asText(name), asText(item)]];
    });
  }

  /** The instance an option names. */
  instance(key: string): Instance {
    const wanted = this.text(key);
    const found = this.context.page.find(wanted, this.start.row);
    if (!found) throw new Error(`There is no component ${wanted} on this page`);
    return found;
  }
}
