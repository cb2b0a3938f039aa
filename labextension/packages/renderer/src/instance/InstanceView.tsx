/** One component on the page: what is the same around all of them (hidden, tooltip, shadow, error, waiting). */
import { Tooltip } from '@mantine/core';
import { disabled, forDevice, settled, shadow, tooltip, visible } from '@tooljet/components/pure/page/flags';
import { instanceKey, layoutOn } from '@tooljet/components/pure/page/tree';
import type { HostAction } from '@tooljet/runtime';
import type { Component } from '@tooljet/schema';
import { memo, Suspense, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import { useInstance, useShown, type Shown } from '../context';
import { MESSAGE_HEIGHT, wantedHeight } from '../layout/places';
import { StretchContext, useReportedHeight } from '../layout/useReportedHeight';
import type { Instance } from '../store';
import { Boundary } from './Boundary';
import { Drawn } from './Drawn';
import { heightOnPhone } from './phone';
import { Waiting } from './Waiting';

export interface InstanceViewProps {
  component: Component;
  /** The rows of the Listviews around it, such as `0.2`. */
  rows: string;
  /** Where the grid wants it; empty in one column. */
  place: CSSProperties;
}

/** The calls a component makes, bound to its instance once so that a memoised renderer stays memoised. */
function callsOf({ link, seat }: Shown, component: Component, rows: string) {
  const key = instanceKey(component.id, rows);
  return {
    fire: (event: string, detail?: Record<string, unknown>) => link.fire(key, event, detail),
    set: (values: Record<string, unknown>) => link.set(key, values),
    act: (action: HostAction) => void link.act(action),
    cells: (column: string, shown: number[]) => link.cells(key, column, shown),
    slot: (name = ''): ReactNode => seat(component.id, name, rows),
    row: (index: number): ReactNode => seat(component.id, '', rows === '' ? String(index) : `${rows}.${index}`),
  };
}

function Content({
  component,
  rows,
  instance,
}: Pick<InstanceViewProps, 'component' | 'rows'> & { instance: Instance }) {
  const shown = useShown();
  const calls = useMemo(() => callsOf(shown, component, rows), [shown, component, rows]);
  const props = useMemo(() => settled(instance, component.type), [instance, component.type]);
  return (
    <Drawn
      {...calls}
      type={component.type}
      id={instanceKey(component.id, rows)}
      name={component.name}
      props={props}
      exposed={instance.exposed}
      error={instance.errors.value}
      cellValues={instance.cells}
      rows={instance.rows}
      media={shown.device}
    />
  );
}

/** They become higher with the messages in them, and move what is below; others scroll. */
const STRETCHES = new Set(['Form', 'Container']);

function sizeOf(shown: Shown, type: string, height: number, grows: boolean): CSSProperties {
  if (shown.oneColumn) return heightOnPhone(type, height);
  return grows ? { minHeight: height } : { height };
}

function Box({ component, rows, instance }: Pick<InstanceViewProps, 'component' | 'rows'> & { instance?: Instance }) {
  const { link } = useShown();
  const words = instance ? tooltip(instance) : '';
  const box = (
    <div className="tj-Instance-box" style={instance && shadow(instance)}>
      <Boundary name={component.name} attempt={instance} failed={message => link.failed(component, message)}>
        <Suspense fallback={<Waiting type={component.type} />}>
          {instance ? (
            <Content component={component} rows={rows} instance={instance} />
          ) : (
            <Waiting type={component.type} />
          )}
        </Suspense>
      </Boundary>
    </div>
  );
  return words === '' ? box : <Tooltip label={words}>{box}</Tooltip>;
}

export const InstanceView = memo(function InstanceView({ component, rows, place }: InstanceViewProps) {
  const shown = useShown();
  const key = instanceKey(component.id, rows);
  const instance = useInstance(shown.store, key);
  const wanted = wantedHeight(layoutOn(component, shown.device), instance?.props ?? component.props);
  const away =
    !forDevice(component, instance, shown.device, shown.chosenForPhone) ||
    (!!instance && !visible(instance, component.type));
  const grows = !shown.oneColumn && instance?.props.dynamicHeight === true;
  const [stretch, setStretch] = useState(0);
  const measure = useReportedHeight(key, {
    wanted,
    stretch,
    grows,
    gone: away && instance?.props.collapseWhenHidden === true,
    spill: !away && instance?.errors.value ? MESSAGE_HEIGHT : 0,
  });
  if (away) return null;
  return (
    <div
      ref={measure}
      className={`tj-Instance tj-mod-${component.type} ${instance?.props.padding === 'none' ? 'tj-mod-flush' : ''}`}
      style={{ ...place, ...sizeOf(shown, component.type, wanted + stretch, grows) }}
      data-instance={key}
      data-name={component.name}
      data-disabled={instance && disabled(instance) ? '' : undefined}
    >
      <StretchContext value={STRETCHES.has(component.type) && !grows ? setStretch : null}>
        <Box component={component} rows={rows} instance={instance} />
      </StretchContext>
    </div>
  );
});
