/** Links inside an app: a frame may not navigate, so its host opens them. */
import type { HostAction } from '@tooljet/runtime';
import type { MouseEvent } from 'react';
import { leadsTo } from './address';

/** For an element with foreign HTML: a click on a link in it asks the host. */
export function followLinks(act: (action: HostAction) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    const url = leadsTo(link.getAttribute('href') ?? '');
    if (url) act({ kind: 'open-url', url, newTab: true });
  };
}
