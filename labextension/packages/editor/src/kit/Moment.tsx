/** A time, relative, with the exact one on hover. */
import { ago, exact } from './moments';

export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exact(at)}>
      {ago(at, Date.now())}
    </time>
  );
}
