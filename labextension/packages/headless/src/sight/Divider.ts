/** A thin line, with words in it when wanted. */
import type { Sight } from './eye';
import { named } from './seen';

export const Divider: Sight<'Divider'> = ({ given }) => [named('separator', [given.props.label?.trim()])];
