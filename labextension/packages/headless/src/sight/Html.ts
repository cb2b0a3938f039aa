/** A piece of HTML, cleaned: its words and their structure. */
import type { Sight } from './eye';
import { markup } from './parts/markup';

export const Html: Sight<'Html'> = ({ given: { props } }) =>
  props.loadingState || props.disabledState ? [] : markup(props.rawHtml);
