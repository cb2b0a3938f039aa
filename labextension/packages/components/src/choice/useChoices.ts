/** The options of a menu, sorted once and not at every letter that is typed. */
import { useMemo } from 'react';
import { choices, type Choice, type ChoiceSettings } from './choices';

export function useChoices({ advanced, schema, options, sort }: ChoiceSettings): Choice[] {
  return useMemo(() => choices({ advanced, schema, options, sort }), [advanced, schema, options, sort]);
}
