/** A line, bar, area, scatter or pie chart from simple points, or any figure in Plotly's JSON. */
import { useComputedColorScheme } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { boxLook } from './box';
import { clickedPoint, clickPoint } from './chart/clicked';
import { figureOf, type Outcome } from './chart/figure';
import { paletteAt, resolved } from './chart/palette';
import { Plot } from './chart/Plot';
import { unknownKind } from './chart/kinds';
import type { Given } from './define';
import { lifeOf, retry } from './supply/life';
import { Failed, Notes } from './supply/Supply';
import { chosen } from './theme/chosen';
import './Chart.css';

type Props = Given<'Chart'>['props'];

/** The figure in the colours of the place where the chart stands. */
function useOutcome(props: Props, place: HTMLElement | null): Outcome | undefined {
  const scheme = useComputedColorScheme('light');
  const palette = useMemo(() => (place ? { ...paletteAt(place), scheme } : undefined), [place, scheme]);
  const { plotFromJson, jsonDescription, barmode, type, data, showAxes, showGridLines, markerColor } = props;
  return useMemo(() => {
    if (!place || !palette) return undefined;
    const color = resolved(place, chosen('brand', markerColor, 'var(--tj-brand)') ?? 'var(--tj-chart-1)');
    return figureOf({ plotFromJson, jsonDescription, barmode, type, data, showAxes, showGridLines, color }, palette);
  }, [place, palette, plotFromJson, jsonDescription, barmode, type, data, showAxes, showGridLines, markerColor]);
}

export function Chart(given: Given<'Chart'>) {
  const { name, props, exposed, fire, set } = given;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const outcome = useOutcome(props, place);

  const life = lifeOf(exposed, { has: outcome !== undefined && 'figure' in outcome, loadingState: props.loadingState });
  const again = () => retry(given);

  function click(event: unknown) {
    const point = clickedPoint(event);
    if (point) clickPoint({ set, fire }, point);
  }

  const margin = props.padding === 50 ? undefined : Math.max(0, props.padding);
  return (
    <figure
      ref={setPlace}
      className={props.disabledState ? 'tj-Chart tj-mod-disabled' : 'tj-Chart'}
      style={{ ...boxLook(props), padding: margin }}
      inert={props.disabledState}
      aria-busy={life.stage === 'waiting' || life.refreshing || undefined}
    >
      {props.title && <figcaption>{props.title}</figcaption>}
      <Notes life={life} retry={again} cut />
      {life.stage === 'waiting' ? (
        <Waiting />
      ) : life.stage === 'failed' && life.failure ? (
        <Failed failure={life.failure} retry={again} />
      ) : (
        outcome && (
          <Body outcome={outcome} label={props.title || name} click={click} doubleClick={() => fire('onDoubleClick')} />
        )
      )}
    </figure>
  );
}

interface BodyProps {
  outcome: Outcome;
  label: string;
  click(event: unknown): void;
  doubleClick(): void;
}

function Body({ outcome, label, click, doubleClick }: BodyProps) {
  if ('empty' in outcome) return <Note text="There is nothing to draw yet." />;
  if ('fault' in outcome) return <Note text={outcome.fault} detail={outcome.detail} />;
  const unknown = unknownKind(outcome.figure.data);
  if (unknown !== undefined) return <Note text={`Charts of the kind "${unknown}" cannot be drawn here.`} />;
  return <Plot figure={outcome.figure} label={label} click={click} doubleClick={doubleClick} />;
}

function Note({ text, detail }: { text: string; detail?: string }) {
  return (
    <div className="tj-Chart-note" role={detail === undefined ? 'status' : 'alert'}>
      <IconChartLine size={24} stroke={1.5} aria-hidden />
      <p>{text}</p>
      {detail !== undefined && (
        <details>
          <summary>Details</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </div>
  );
}

/** Bars in grey of the final shape. */
function Waiting() {
  return (
    <div className="tj-Chart-waiting" aria-hidden>
      {[45, 70, 55, 85, 62, 78, 50].map((height, index) => (
        <i key={index} className="tj-Skeleton" style={{ height: `${height}%` }} />
      ))}
    </div>
  );
}
