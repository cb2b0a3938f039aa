/** What a person's doing at a field says to the runtime: the value first, then the event. */

/** The two ways to say it. */
export interface Speaks {
  set(values: object): void;
  fire(event: string, detail?: Record<string, unknown>): void;
}

/** A text, a number, a tick. */
export function changed({ set, fire }: Speaks, value: unknown): void {
  set({ value });
  fire('onChange');
}

/** One of several options, or a date. */
export function chose({ set, fire }: Speaks, value: unknown): void {
  set({ value });
  fire('onSelect');
}

/** Any number of options. */
export function choseSeveral({ set, fire }: Speaks, values: readonly unknown[]): void {
  set({ values });
  fire('onSelect');
}

/** What is looked for in a menu. */
export function searched({ set, fire }: Speaks, searchText: string): void {
  set({ searchText });
  fire('onSearchTextChanged');
}
