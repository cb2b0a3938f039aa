/** A picture, with zoom and rotation when wanted; says so when there is none or it could not be loaded. */
import { useState, type CSSProperties, type ReactNode } from 'react';
import type { Given } from './define';
import { IconPhoto, IconPhotoOff, IconRotateClockwise, IconZoomIn, IconZoomOut } from './glyphs';
import { sourceOf } from './image/source';
import { useView } from './image/useView';
import { BROKEN_PICTURE, NO_PICTURE } from './image/words';
import { chosen, pixels } from './theme/chosen';
import './Image.css';

type ImageProps = Given<'Image'>['props'];

function look(props: ImageProps): CSSProperties {
  return {
    background: chosen('ground', props.backgroundColor, 'transparent'),
    borderColor: chosen('border', props.borderColor, 'transparent'),
    borderRadius: props.borderType === 'rounded-circle' ? '50%' : pixels(props.borderRadius),
    padding: props.padding === 'custom' ? pixels(props.customPadding) : undefined,
  };
}

function classes(props: ImageProps, waits: boolean): string {
  const names = ['tj-Image'];
  if (props.borderType === 'img-thumbnail') names.push('tj-mod-thumbnail');
  if (props.dynamicHeight) names.push('tj-mod-grows');
  if (props.disabledState) names.push('tj-mod-disabled');
  if (waits) names.push('tj-Waits');
  return names.join(' ');
}

function Tool({ label, disabled, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tj-Image-tool"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Tools({ props, look: at }: { props: ImageProps; look: ReturnType<typeof useView> }) {
  if (!props.zoomButtons && !props.rotateButton) return null;
  return (
    <div className="tj-Image-tools">
      {props.zoomButtons && (
        <>
          <Tool label="Zoom out" disabled={at.smallest} onClick={() => at.zoom(-1)}>
            <IconZoomOut size={16} stroke={1.75} aria-hidden />
          </Tool>
          <Tool label="Zoom in" disabled={at.largest} onClick={() => at.zoom(1)}>
            <IconZoomIn size={16} stroke={1.75} aria-hidden />
          </Tool>
        </>
      )}
      {props.rotateButton && (
        <Tool label="Rotate" onClick={at.turn}>
          <IconRotateClockwise size={16} stroke={1.75} aria-hidden />
        </Tool>
      )}
    </div>
  );
}

/** What stands in the place of a picture that is not there. */
function Instead({ broken, words }: { broken: boolean; words: string }) {
  const Drawing = broken ? IconPhotoOff : IconPhoto;
  return (
    <div className="tj-Image-instead" role="img" aria-label={words}>
      <Drawing size={24} stroke={1.5} aria-hidden />
      <span>{words}</span>
    </div>
  );
}

/** Loading, shown or broken, per address. */
function useLoading(source: string) {
  const [ended, setEnded] = useState({ source: '', broken: false });
  const settled = ended.source === source;
  return {
    loading: source !== '' && !settled,
    broken: settled && ended.broken,
    onLoad: () => setEnded({ source, broken: false }),
    onError: () => setEnded({ source, broken: true }),
  };
}

export function Image({ name, props, exposed, fire }: Given<'Image'>) {
  const source = sourceOf(exposed.imageURL ?? props.source, props);
  const { loading, broken, ...listeners } = useLoading(source);
  const at = useView();
  const words = exposed.alternativeText || props.alternativeText;
  const waits = props.loadingState || loading;
  const shown = source !== '' && !broken;
  return (
    <div className={classes(props, waits)} style={look(props)} aria-busy={waits || undefined}>
      {shown && (
        <img
          className="tj-Image-picture"
          src={source}
          alt={words || name}
          draggable={false}
          style={{ objectFit: props.imageFit, objectPosition: props.alignment, ...at.style }}
          onClick={() => !props.disabledState && fire('onClick')}
          onPointerMove={at.drag}
          {...listeners}
        />
      )}
      {source === '' && <Instead broken={false} words={words || NO_PICTURE} />}
      {broken && <Instead broken words={words || BROKEN_PICTURE} />}
      {shown && !loading && <Tools props={props} look={at} />}
    </div>
  );
}
