/** One number that matters, with a second one to compare it with. */
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { boxLook } from './box';
import type { Given } from './define';
import { TablerIcon } from './TablerIcon';
import { chosen, pixels } from './theme/chosen';
import './Statistics.css';

type Props = Given<'Statistics'>['props'];

/** A number as the viewer's locale writes it; text stays as it is. */
export function figure(value: unknown): string {
  if (typeof value === 'number')
    return Number.isFinite(value) ? value.toLocaleString(undefined, { maximumFractionDigits: 6 }) : '–';
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function look(props: Props): CSSProperties {
  const positive = props.secondarySignDisplay !== 'negative';
  const trend = positive
    ? chosen('text', props.positiveSecondaryValueColor, 'var(--tj-success)')
    : chosen('text', props.negativeSecondaryValueColor, 'var(--tj-danger)');
  return {
    ...boxLook(props),
    '--tj-figure-label': chosen('text', props.primaryLabelColour, 'var(--tj-muted)'),
    '--tj-figure-label-size': pixels(props.primaryLabelSize),
    '--tj-figure-value': chosen('text', props.primaryTextColour, 'var(--tj-text)'),
    '--tj-figure-value-size': pixels(props.primaryValueSize),
    '--tj-figure-second-label': chosen('text', props.secondaryLabelColour, 'var(--tj-muted)'),
    '--tj-figure-second-label-size': pixels(props.secondaryLabelSize),
    '--tj-figure-second': chosen('text', props.secondaryTextColour, '') ?? trend,
    '--tj-figure-second-size': pixels(props.secondaryValueSize),
  };
}

export function Statistics({ props, fire }: Given<'Statistics'>) {
  const names = ['tj-Statistics', `tj-mod-${props.dataAlignment}`, `tj-mod-icon-${props.iconDirection}`];
  if (props.disabledState) names.push('tj-mod-disabled');
  return (
    <div
      className={names.join(' ')}
      style={look(props)}
      aria-busy={props.loadingState || undefined}
      inert={props.disabledState}
      onClick={() => fire('onClick')}
    >
      {props.loadingState ? <Waiting /> : <Figures props={props} />}
    </div>
  );
}

function Figures({ props }: { props: Props }) {
  return (
    <>
      <dl className="tj-Statistics-main">
        <dt>{props.primaryValueLabel}</dt>
        <dd>
          {props.primaryPrefixText}
          {figure(props.primaryValue)}
          {props.primarySuffixText && <small>{props.primarySuffixText}</small>}
        </dd>
        {!props.hideSecondary && <Second props={props} />}
      </dl>
      {props.iconVisibility && (
        <span className="tj-Statistics-icon">
          <TablerIcon name={props.icon} size={20} color={chosen('brand', props.iconColor, 'var(--tj-brand)')} />
        </span>
      )}
    </>
  );
}

function Second({ props }: { props: Props }) {
  const positive = props.secondarySignDisplay !== 'negative';
  const Arrow = positive ? IconArrowUpRight : IconArrowDownRight;
  return (
    <div
      className={`tj-Statistics-second tj-mod-${props.secondaryValueAlignment} ${positive ? 'tj-mod-positive' : 'tj-mod-negative'}`}
    >
      <dd>
        <Arrow size={16} role="img" aria-label={positive ? 'Good' : 'Bad'} />
        {props.secondaryPrefixText}
        {figure(props.secondaryValue)}
        {props.secondarySuffixText}
      </dd>
      <dt>{props.secondaryValueLabel}</dt>
    </div>
  );
}

function Waiting() {
  return (
    <div className="tj-Statistics-main" aria-hidden>
      <i className="tj-Skeleton" style={{ width: 96, height: 14 }} />
      <i className="tj-Skeleton" style={{ width: 160, height: 32, marginTop: 8 }} />
      <i className="tj-Skeleton" style={{ width: 120, height: 14, marginTop: 12 }} />
    </div>
  );
}
