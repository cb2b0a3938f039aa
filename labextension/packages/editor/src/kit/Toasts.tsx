/** Short messages at the edge of the page that say what was done, read aloud and gone by themselves. */
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { asRefusal } from '../api/errors';
import { IconAlertCircle, IconCheck } from './glyphs';

interface Toast {
  id: number;
  text: string;
  failed: boolean;
}

interface Saying {
  /** Says that something was done. */
  done: (text: string) => void;
  /** Says why something was not. */
  failed: (error: unknown) => void;
}

const SHOWN_MS = 5000;
const Context = createContext<Saying>({ done: () => undefined, failed: () => undefined });

/** How to tell the user something in passing. */
export function useToasts(): Saying {
  return use(Context);
}

export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const next = useRef(0);
  const say = useCallback((text: string, failed: boolean) => {
    const id = next.current++;
    setToasts(shown => [...shown.slice(-2), { id, text, failed }]);
    setTimeout(() => setToasts(shown => shown.filter(toast => toast.id !== id)), SHOWN_MS);
  }, []);
  const saying = useMemo(
    () => ({
      done: (text: string) => say(text, false),
      failed: (error: unknown) => say(asRefusal(error).message, true),
    }),
    [say]
  );
  return (
    <Context value={saying}>
      {children}
      <div className="tj-Toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text, failed }) => (
          <div key={id} className={failed ? 'tj-Toast tj-mod-failed' : 'tj-Toast'}>
            {failed ? <IconAlertCircle size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}
            {text}
          </div>
        ))}
      </div>
    </Context>
  );
}
