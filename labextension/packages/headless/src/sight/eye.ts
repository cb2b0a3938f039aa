/** What the sight of a component is given: the component as its renderer would have it, and what is inside it. */
import type { Given } from '@tooljet/components/pure/define';
import type { Name } from '@tooljet/schema';
import type { Local } from '../gestures/screen';
import type { Part } from './seen';

export interface Eye<N extends Name> {
  given: Given<N>;
  /** What the component remembers by itself: what is open, what is typed. */
  local: Local;
  now: number;
  /** What is in the body, or in a named slot. */
  slot(name?: string): Part[];
  /** What is in one row of a Listview. */
  row(index: number): Part[];
  /** What floats above the page, such as an open menu, is said after it; a modal dialog covers the page. */
  float(parts: readonly Part[], modal?: boolean): void;
}

/** Says what a component of one type shows. */
export type Sight<N extends Name> = (eye: Eye<N>) => readonly (Part | undefined)[];
