/** Words on the page: plain, Markdown or HTML. */
import { lazy, Suspense, type CSSProperties } from 'react';
import type { Given } from './define';
import { followLinks } from './links';
import { chosen, pixels } from './theme/chosen';
import './Text.css';

const Rich = lazy(() => import('./text/Rich').then(module => ({ default: module.Rich })));

type TextProps = Given<'Text'>['props'];

const weights: Record<string, number> = { normal: 400, bold: 600, lighter: 300, bolder: 700 };

function look(props: TextProps): CSSProperties {
  return {
    color: chosen('text', props.textColor, 'var(--tj-text)'),
    background: chosen('ground', props.backgroundColor, 'transparent'),
    borderColor: chosen('border', props.borderColor, 'transparent'),
    borderRadius: pixels(props.borderRadius),
    fontSize: pixels(props.textSize),
    fontStyle: props.fontStyle,
    fontVariant: props.fontVariant,
    fontWeight: weights[props.fontWeight],
    letterSpacing: pixels(props.letterSpacing),
    lineHeight: props.lineHeight,
    textAlign: props.textAlign,
    textDecoration: props.decoration,
    textIndent: pixels(props.textIndent),
    textTransform: props.transformation,
    wordSpacing: pixels(props.wordSpacing),
  };
}

function classes(props: TextProps): string {
  const names = ['tj-Text', `tj-mod-${props.verticalAlignment ?? 'center'}`];
  if (chosen('ground', props.backgroundColor, 'transparent') || chosen('border', props.borderColor, 'transparent')) {
    names.push('tj-mod-boxed');
  }
  if (props.loadingState) names.push('tj-Waits');
  if (props.disabledState) names.push('tj-mod-disabled');
  if (props.dynamicHeight) names.push('tj-mod-grows');
  else if (props.isScrollRequired !== 'disabled') names.push('tj-mod-scrolls');
  return names.join(' ');
}

export function Text({ props, exposed, fire, act }: Given<'Text'>) {
  const text = String(exposed.text ?? props.text ?? '');
  return (
    <div
      className={classes(props)}
      style={look(props)}
      aria-busy={props.loadingState || undefined}
      onClick={() => !props.disabledState && fire('onClick')}
      onPointerEnter={() => fire('onHover')}
    >
      {props.textFormat === 'markdown' || props.textFormat === 'html' ? (
        <Suspense>
          <Rich text={text} format={props.textFormat} onClick={followLinks(act)} />
        </Suspense>
      ) : (
        <div className="tj-Text-words">{text}</div>
      )}
    </div>
  );
}
