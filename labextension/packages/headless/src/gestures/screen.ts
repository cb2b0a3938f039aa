/** What a page remembers by itself while it is on a screen: where the focus is, what is open, what is typed. */
import type { FieldState } from '@tooljet/components/pure/field/state';
import type { Held } from '@tooljet/components/pure/form/held';
import type { View } from '@tooljet/components/pure/image/view';
import type { Filter } from '@tooljet/components/pure/Table/conditions';
import type { Shown } from '@tooljet/components/pure/Table/sheetColumns';
import type { World } from '../world';

/** A cell that is being edited. */
export interface Edit {
  row: number;
  column: string;
  text: string;
  /** The choices made so far. */
  chosen: unknown[];
  complaint?: string;
}

/** New rows that are being filled in. */
export interface Adding {
  /** What is wrong, by row and column id. */
  faults: Map<string, string>;
  /** What was typed, by row and column id. */
  texts: Map<string, string>;
}

/** What a table remembers. */
export interface TableLocal {
  shown: Shown;
  /** The tool whose panel is open. */
  panel?: 'filter' | 'columns' | 'download';
  drafts?: readonly Filter[];
  edit?: Edit;
  adding?: Adding;
  /** The row the pointer rests on. */
  hovered?: number;
  /** The rows each column was last asked about. */
  asked: Map<string, string>;
}

/** What one component remembers; it is gone when the component is no longer drawn. */
export interface Local {
  /** A menu or a calendar. */
  open?: boolean;
  search?: string;
  /** What is typed and not yet told. */
  draft?: string | null;
  field?: FieldState<unknown>;
  /** The month a calendar shows, `2026-03`. */
  month?: string;
  view?: View;
  /** The details of a failure are unfolded. */
  unfolded?: boolean;
  table?: TableLocal;
  made?: Held;
  /** The values of made fields as the form was last told. */
  told?: unknown;
  /** What made fields remember, by name. */
  fields?: Map<string, Local>;
}

/** Where the keyboard is. */
export interface Focus {
  /** The instance, or the made field in it. */
  place: string;
  leave(): void;
}

export class Screen {
  focus: Focus | undefined;
  /** The instance under the pointer. */
  pointer = '';
  /** Open dialogs, the one in front last. */
  dialogs: string[] = [];
  private readonly locals = new Map<string, Local>();
  private late: (() => void)[] | undefined;

  local(key: string): Local {
    const known = this.locals.get(key) ?? {};
    this.locals.set(key, known);
    return known;
  }

  /** Takes the focus away from where it is. */
  leave(): void {
    const { focus } = this;
    this.focus = undefined;
    focus?.leave();
  }

  /** Does something when a press that is under way is over; at once where there is none. */
  afterwards(run: () => void): void {
    if (this.late) this.late.push(run);
    else run();
  }

  /** A press of the pointer: what it does, and then what had to wait for its release. */
  press(run: () => void): void {
    this.late = [];
    try {
      run();
    } finally {
      const waiting = this.late;
      this.late = undefined;
      for (const later of waiting) later();
    }
  }

  /** A click elsewhere closes the panels of tables. */
  closeOthers(place: string): void {
    for (const [key, { table }] of this.locals) if (table && key !== place) table.panel = undefined;
    if (this.pointer !== '' && this.pointer !== place) this.away();
  }

  /** The pointer goes to where nothing is. */
  away(): void {
    const { table } = this.locals.get(this.pointer) ?? {};
    if (table) table.hovered = undefined;
    this.pointer = '';
  }

  /** Forgets what is no longer drawn. */
  keep(drawn: ReadonlySet<string>): void {
    for (const key of this.locals.keys()) if (!drawn.has(key)) this.locals.delete(key);
    if (!drawn.has(this.pointer)) this.pointer = '';
  }

  /** Takes note of the dialogs that are open now: a new one is in front. */
  stack(open: readonly string[]): void {
    const before = this.dialogs.filter(key => open.includes(key));
    this.dialogs = [...before, ...open.filter(key => !before.includes(key))];
  }
}

const screens = new WeakMap<World, Screen>();

/** The screen of a world. */
export function screenOf(world: World): Screen {
  const screen = screens.get(world) ?? new Screen();
  screens.set(world, screen);
  return screen;
}

export function tableLocal(local: Local): TableLocal {
  local.table ??= { shown: {}, asked: new Map() };
  return local.table;
}
