/** What stands where there is nothing, nothing yet, or something went wrong. */
import type { Icon } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asRefusal } from '../api/errors';
import { Button } from './Button';
import { IconAlertCircle } from './glyphs';

interface EmptyProps {
  icon: Icon;
  title: string;
  /** What goes here. */
  children: ReactNode;
  /** What to do about it: one button, and a link at most. */
  actions?: ReactNode;
}

export function Empty({ icon: Drawing, title, children, actions }: EmptyProps) {
  return (
    <div className="tj-Empty">
      <span className="tj-Empty-icon">
        <Drawing size={24} stroke={1.5} aria-hidden />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="tj-Empty-actions">{actions}</div>}
    </div>
  );
}

/** Facts about an error, one a line; nested ones as JSON. */
function facts(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}

interface FailureProps {
  error: unknown;
  again?: () => void;
}

/** What happened, what to do, and the details folded. */
export function Failure({ error, again }: FailureProps) {
  const { code, message, detail } = asRefusal(error);
  const more = facts(detail);
  return (
    <div className="tj-Failure" role="alert">
      <IconAlertCircle size={16} stroke={1.75} aria-hidden />
      <div className="tj-Failure-body">
        <p>{message}</p>
        <details>
          <summary>Details</summary>
          <pre>{more ? `${code}\n${more}` : code}</pre>
        </details>
      </div>
      {again && <Button onClick={again}>Try again</Button>}
    </div>
  );
}

/** Lines in the shape of what is coming; invisible for the first moment. */
export function Waiting({ lines = 4, height = 44 }: { lines?: number; height?: number }) {
  return (
    <div className="tj-Waiting" role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="tj-Skeleton" style={{ height }} />
      ))}
    </div>
  );
}

interface LoadedProps<T> {
  result: UseQueryResult<T>;
  waiting?: ReactNode;
  children: (found: T) => ReactNode;
}

/** Draws what a request brought; until then its shape, or why it failed. */
export function Loaded<T>({ result, waiting = <Waiting />, children }: LoadedProps<T>) {
  if (result.data !== undefined) return children(result.data);
  if (result.isError) return <Failure error={result.error} again={() => void result.refetch()} />;
  return waiting;
}
