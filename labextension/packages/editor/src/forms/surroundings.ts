/** What the fields of a form know of the source they belong to. */
import { createContext, use } from 'react';
import type { SchemaTable } from '@tooljet/schema/api';
import type { Plugin } from './fields';

export interface Around {
  kind: string;
  plugin?: Plugin;
  /** The saved source that selectors ask; without one there is nothing to choose from. */
  source?: string;
  environment?: string;
  /** What SQL fields complete. */
  tables?: SchemaTable[];
  /** What Mod-Enter in a code field does. */
  onRun?: () => void;
  /** Asks the source to be logged in to. */
  onLogin?: () => void;
}

export const Surroundings = createContext<Around>({ kind: '' });

export function useSurroundings(): Around {
  return use(Surroundings);
}
