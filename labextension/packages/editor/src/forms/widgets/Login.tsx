/** The button that lets somebody log in at the source. */
import { Button } from '../../kit/Button';
import { IconExternalLink } from '../../kit/glyphs';
import { useSurroundings } from '../surroundings';
import type { WidgetProps } from './widget';

export function Login({ field }: WidgetProps) {
  const { source, onLogin } = useSurroundings();
  return (
    <div className="tj-Login">
      <Button icon={IconExternalLink} disabled={!source || !onLogin} onClick={onLogin}>
        {field.label}
      </Button>
      {!source && <span>Save the data source first.</span>}
    </div>
  );
}
