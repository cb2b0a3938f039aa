/** Draws the short messages; each goes by itself, but not while the pointer or the focus is on it. */
import { TablerIcon } from '@tooljet/components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Toast, Toasts } from './toasts';

const ICONS = {
  info: 'IconInfoCircle',
  success: 'IconCircleCheck',
  warning: 'IconAlertTriangle',
  error: 'IconAlertCircle',
};

function ToastView({ toast, done }: { toast: Toast; done(): void }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(done, toast.duration);
    return () => clearTimeout(timer);
  }, [held, toast.duration, done]);
  return (
    <div
      className={`tj-Toast tj-mod-${toast.level}`}
      role={toast.level === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <TablerIcon name={ICONS[toast.level]} size={18} />
      <span className="tj-Toast-message">{toast.message}</span>
      <button type="button" className="tj-Toast-close" aria-label="Dismiss" onClick={done}>
        <TablerIcon name="IconX" size={16} />
      </button>
    </div>
  );
}

function Row({ toast, toasts }: { toast: Toast; toasts: Toasts }) {
  const [done] = useState(() => () => toasts.remove(toast.id));
  return <ToastView toast={toast} done={done} />;
}

export function ToastList({ toasts }: { toasts: Toasts }) {
  const shown = useSyncExternalStore(toasts.listen, toasts.all);
  return (
    <div className="tj-Toasts">
      {shown.map(toast => (
        <Row key={toast.id} toast={toast} toasts={toasts} />
      ))}
    </div>
  );
}
