/** A piece of HTML, cleaned of everything that runs, sends or loads; its links go through the host. */
import { useMemo, type MouseEvent } from 'react';
import type { Given } from './define';
import { sanitizedHtml } from './sanitize';
import './Html.css';

export function Html({ props, act }: Given<'Html'>) {
  const html = useMemo(() => sanitizedHtml(props.rawHtml), [props.rawHtml]);
  if (props.loadingState) return <div className="tj-Skeleton" style={{ height: '100%' }} aria-busy />;

  function follow(event: MouseEvent<HTMLDivElement>) {
    const link = event.target instanceof Element ? event.target.closest('a[href], area[href]') : null;
    if (!link) return;
    event.preventDefault();
    const url = link.getAttribute('href') ?? '';
    if (/^(https?:|mailto:|tel:|\/|\?)/i.test(url)) act({ kind: 'open-url', url, newTab: true });
  }

  const names = ['tj-Html'];
  if (props.dynamicHeight) names.push('tj-mod-grows');
  if (props.disabledState) names.push('tj-mod-disabled');
  return (
    <div
      className={names.join(' ')}
      inert={props.disabledState}
      dangerouslySetInnerHTML={{ __html: html }}
      onClick={follow}
    />
  );
}
