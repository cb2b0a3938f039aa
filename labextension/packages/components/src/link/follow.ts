/** What a click on a link does: the event first, then the host opens the address. */
import type { HostAction } from '@tooljet/runtime';
import { openable } from '../address';

/** What of a link decides about its click. */
export interface LinkSettings {
  linkTarget: string | null | undefined;
  targetType: string;
  disabledState: boolean;
  loadingState: boolean;
}

/** `aside`: the click asks for a tab of its own. */
export function follow(
  props: LinkSettings,
  { fire, act }: { fire(event: 'onClick'): void; act(action: HostAction): void },
  aside: boolean
): void {
  if (props.disabledState || props.loadingState) return;
  fire('onClick');
  const url = openable(props.linkTarget ?? '');
  if (url) act({ kind: 'open-url', url, newTab: props.targetType !== 'same' || aside });
}
