/** The frame of every field: label, edge, icon, clear button, loading skeleton and the message when it is refused. */
import { useId, type CSSProperties, type ReactNode, type Ref } from 'react';
import { IconAlertCircle, IconX } from '../glyphs';
import { TablerIcon } from '../TablerIcon';
import './field.css';
import { labelLayout } from './label';
import { clearName, isLabelled } from './names';
import { fieldLook, type FieldStyles } from './look';

export interface FieldProps {
  /** The builder's name, which names the field for a screen reader when it has no label. */
  name: string;
  look: FieldStyles;
  required?: boolean;
  error?: string;
  disabled?: boolean;
  loading?: boolean;
  /** Grows with its text instead of filling the box. */
  grows?: boolean;
  /** Has several lines, so a label beside it stands at the first. */
  tall?: boolean;
  /** Empties the field; without it there is no clear button. */
  onClear?: () => void;
  /** Stands at the end of the control: a chevron, steppers. */
  after?: ReactNode;
  /** Its menu is open. */
  open?: boolean;
  /** The control's element, to hang a menu on. */
  anchor?: Ref<HTMLDivElement>;
  children: (control: ControlProps) => ReactNode;
}

/** What the control inside must carry to be named, described and found. */
export interface ControlProps {
  id: string;
  disabled: boolean;
  'aria-labelledby'?: string;
  'aria-label'?: string;
  'aria-required'?: true;
  'aria-invalid'?: true;
  'aria-describedby'?: string;
}

function controlOf(props: FieldProps, id: string): ControlProps {
  return {
    id,
    disabled: Boolean(props.disabled || props.loading),
    ...(isLabelled(props.look.label) ? { 'aria-labelledby': `${id}-label` } : { 'aria-label': props.name }),
    ...(props.required && { 'aria-required': true }),
    ...(props.error && { 'aria-invalid': true, 'aria-describedby': `${id}-error` }),
  };
}

function Label({ id, text, required, style }: { id: string; text: string; required?: boolean; style: CSSProperties }) {
  return (
    <label className="tj-Field-label" id={`${id}-label`} htmlFor={id} style={style} title={text}>
      <span className="tj-Field-words">{text}</span>
      {required && (
        <span className="tj-Field-required" aria-hidden>
          *
        </span>
      )}
    </label>
  );
}

function FieldIcon({ look }: { look: FieldStyles }) {
  return look.iconVisibility && look.icon ? <TablerIcon className="tj-Field-icon" name={look.icon} size={16} /> : null;
}

/** Why a value is refused: red, with an icon, said when it appears. */
export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p className="tj-Field-error" id={`${id}-error`} role="alert" title={text}>
      <IconAlertCircle size={14} stroke={2} aria-hidden />
      <span>{text}</span>
    </p>
  );
}

function classes(props: FieldProps, place: string, side: string): string {
  const names = ['tj-Field', `tj-mod-label-${place}`, `tj-mod-${side}`];
  if (props.disabled) names.push('tj-mod-disabled');
  if (props.loading) names.push('tj-mod-loading');
  if (props.error) names.push('tj-mod-refused');
  if (props.grows) names.push('tj-mod-grows');
  if (props.tall) names.push('tj-mod-tall');
  return names.join(' ');
}

export function Field(props: FieldProps) {
  const id = useId();
  const { look, error, loading, onClear, after } = props;
  const layout = labelLayout(look);
  return (
    <div className={classes(props, layout.place, layout.side)} style={fieldLook(look)}>
      {layout.place !== 'none' && (
        <Label id={id} text={look.label} required={props.required} style={{ width: layout.width }} />
      )}
      <div className="tj-Field-body">
        <div
          ref={props.anchor}
          className={loading ? 'tj-Field-control tj-Waits' : 'tj-Field-control'}
          aria-busy={loading || undefined}
          data-open={props.open || undefined}
        >
          {look.iconDirection !== 'right' && <FieldIcon look={look} />}
          {props.children(controlOf(props, id))}
          {onClear && !props.disabled && (
            <button
              type="button"
              className="tj-Field-clear"
              aria-label={clearName(look.label, props.name)}
              onClick={() => {
                onClear();
                // The button goes with the value; the focus would be lost with it.
                document.getElementById(id)?.focus();
              }}
            >
              <IconX size={14} stroke={2} aria-hidden />
            </button>
          )}
          {after}
          {look.iconDirection === 'right' && <FieldIcon look={look} />}
        </div>
        {error && <FieldError id={id} text={error} />}
      </div>
    </div>
  );
}
