/** A box to tick or a switch, with its words and its message; a real checkbox below the drawing. */
import { useId, type CSSProperties } from 'react';
import { FieldError } from '../field/Field';
import { useField } from '../field/useField';
import { IconCheck } from '../glyphs';
import './toggle.css';

export interface ToggleProps {
  kind: 'checkbox' | 'switch';
  name: string;
  label: string;
  /** The side on which the label is. */
  labelSide: 'left' | 'right';
  value: boolean;
  look: CSSProperties;
  required?: boolean;
  disabled?: boolean;
  loading?: boolean;
  error?: string;
  send(value: boolean): void;
  /** The focus left it. */
  blur?(): void;
}

function classes({ kind, labelSide, disabled, loading, error }: ToggleProps): string {
  const names = ['tj-Toggle', `tj-mod-${kind}`, `tj-mod-label-${labelSide}`];
  if (disabled) names.push('tj-mod-disabled');
  if (loading) names.push('tj-mod-loading');
  if (error) names.push('tj-mod-refused');
  return names.join(' ');
}

export function Toggle(props: ToggleProps) {
  const { kind, name, label, required, disabled, loading, error, send, blur } = props;
  const id = useId();
  const field = useField(props.value, send);
  return (
    <div className={classes(props)} style={props.look}>
      <label className="tj-Toggle-line">
        <span className="tj-Toggle-control">
          <input
            type="checkbox"
            role={kind === 'switch' ? 'switch' : undefined}
            checked={field.value}
            disabled={disabled || loading}
            aria-label={label.trim() ? undefined : name}
            aria-required={required || undefined}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            aria-busy={loading || undefined}
            onChange={event => field.enter(event.target.checked)}
            onBlur={blur}
          />
          <span className="tj-Toggle-drawing" aria-hidden>
            {kind === 'checkbox' && <IconCheck size={12} stroke={3.5} />}
          </span>
        </span>
        {label.trim() && (
          <span className="tj-Toggle-label">
            {label}
            {required && (
              <span className="tj-Toggle-required" aria-hidden>
                *
              </span>
            )}
          </span>
        )}
      </label>
      {error && <FieldError id={id} text={error} />}
    </div>
  );
}
