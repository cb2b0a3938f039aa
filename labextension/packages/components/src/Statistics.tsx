/** One number that matters, with a second one to compare it with. */
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { boxLook } from './box';
import type { Given } from './define';
import { figure } from './statistics/figure';
import { lifeOf, retry, type Life } from './supply/life';
import { Badge, Progress } from './supply/Supply';
import { TablerIcon } from './TablerIcon';
import { chosen, pixels } from './theme/chosen';
import './Statistics.css';

type Props = Given<'Statistics'>['props'];

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

export function Statistics(given: Given<'Statistics'>) {
  const { props, exposed, fire } = given;
  const life = lifeOf(exposed, { has: false, loadingState: props.loadingState });
  const again = () => retry(given);
  const names = ['tj-Statistics', `tj-mod-${props.dataAlignment}`, `tj-mod-icon-${props.iconDirection}`];
  if (props.disabledState) names.push('tj-mod-disabled');
  return (
    <div
      className={names.join(' ')}
      style={look(props)}
      aria-busy={life.stage === 'waiting' || life.refreshing || undefined}
      inert={props.disabledState}
      onClick={() => fire('onClick')}
    >
      {life.refreshing && <Progress />}
      {life.stage === 'waiting' ? <Waiting /> : <Figures props={props} life={life} retry={again} />}
      {life.stage === 'there' && life.failure && <Badge failure={life.failure} retry={again} />}
    </div>
  );
}

/** Without its data a figure would be a made-up one. */
function Figures({ props, life, retry }: { props: Props; life: Life; retry(): void }) {
  const missing = life.stage === 'failed';
  return (
    <>
      <dl className="tj-Statistics-main">
        <dt>{props.primaryValueLabel}</dt>
        <dd>
          {missing ? (
            '–'
          ) : (
            <>
              {props.primaryPrefixText}
              {figure(props.primaryValue)}
              {props.primarySuffixText && <small>{props.primarySuffixText}</small>}
            </>
          )}
        </dd>
        {missing && <Missing why={life.failure?.message} retry={retry} />}
        {!missing && !props.hideSecondary && <Second props={props} />}
        {life.truncated !== undefined && <Cut rows={life.truncated} />}
      </dl>
      {props.iconVisibility && (
        <span className="tj-Statistics-icon">
          <TablerIcon name={props.icon} size={20} color={chosen('brand', props.iconColor, 'var(--tj-brand)')} />
        </span>
      )}
    </>
  );
}

function Missing({ why, retry }: { why: string | undefined; retry(): void }) {
  return (
    <div className="tj-Statistics-note" role="alert" title={why}>
      Could not be loaded.
      <button
        type="button"
        onClick={event => {
          event.stopPropagation();
          retry();
        }}
      >
        Try again
      </button>
    </div>
  );
}

function Cut({ rows }: { rows: number }) {
  return <div className="tj-Statistics-note tj-mod-cut">From the first {rows.toLocaleString()} rows</div>;
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
