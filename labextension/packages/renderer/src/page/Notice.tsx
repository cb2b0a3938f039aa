/** A quiet line above the app: something of it was stopped or left out. */
import { TablerIcon } from '@tooljet/components';

export function Notice({ text, dismiss }: { text: string; dismiss(): void }) {
  return (
    <div className="tj-Notice" role="status">
      <TablerIcon name="IconAlertTriangle" size={16} />
      <span className="tj-Notice-text">{text}</span>
      <button type="button" className="tj-Toast-close" aria-label="Dismiss" onClick={dismiss}>
        <TablerIcon name="IconX" size={16} />
      </button>
    </div>
  );
}
