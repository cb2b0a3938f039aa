/** A piece of HTML, cleaned of everything that runs, sends or loads; its links go through the host. */
import { useMemo } from 'react';
import type { Given } from './define';
import { followLinks } from './links';
import { sanitizedHtml } from './sanitize';
import './Html.css';

export function Html({ props, act }: Given<'Html'>) {
  const html = useMemo(() => sanitizedHtml(props.rawHtml), [props.rawHtml]);
  if (props.loadingState) return <div className="tj-Skeleton" style={{ height: '100%' }} aria-busy />;

  const names = ['tj-Html'];
  if (props.dynamicHeight) names.push('tj-mod-grows');
  if (props.disabledState) names.push('tj-mod-disabled');
  return (
    <div
      className={names.join(' ')}
      inert={props.disabledState}
      dangerouslySetInnerHTML={{ __html: html }}
      onClick={followLinks(act)}
    />
  );
}
