/** Draws a component as the renderer does: it gets its echo back a moment later, and every call is written down. */
import { act, render } from '@testing-library/react';
import { specs, type Events, type Exposed, type Name, type Props } from '@tooljet/schema';
import type { HostAction } from '@tooljet/runtime';
import { Suspense, type ReactElement } from 'react';
import type { Given, Renderer } from '../src/define';
import { Theme } from '../src/theme/Theme';
import './setup';

export interface Stage<N extends Name> {
  /** `set value "x"`, `fire onChange`, `act open-url`, in order. */
  calls: string[];
  actions: HostAction[];
  container: HTMLElement;
  /** Something outside changes what is exposed. */
  expose(values: Partial<Exposed[N]>): void;
  /** Something outside changes properties or the error. */
  change(next: { props?: Partial<Props[N]>; error?: string }): void;
}

export interface Start<N extends Name> {
  props?: Partial<Props[N]>;
  exposed?: Partial<Exposed[N]>;
  error?: string;
}

function defaultProps(name: Name): Record<string, unknown> {
  return Object.fromEntries(Object.values(specs[name].props).map(prop => [prop.key, prop.default]));
}

export function draw<N extends Name>(name: N, renderer: Renderer<N>, start: Start<N> = {}): Stage<N> {
  const Component = renderer as (given: Given<N>) => ReactElement;
  const calls: string[] = [];
  const actions: HostAction[] = [];
  let props = { ...defaultProps(name), ...start.props } as Props[N];
  let exposed = { ...start.exposed } as Exposed[N];
  let error = start.error;
  const given = (): Given<N> => ({
    id: 'c1',
    name: `my${name}`,
    props,
    exposed,
    error,
    fire: (event: Events[N]) => void calls.push(`fire ${String(event)}`),
    set: values => {
      for (const [key, value] of Object.entries(values)) calls.push(`set ${key} ${JSON.stringify(value)}`);
      exposed = { ...exposed, ...values };
      queueMicrotask(() => act(redraw));
    },
    slot: () => null,
    row: () => null,
    act: action => {
      calls.push(`act ${action.kind}`);
      actions.push(action);
    },
    media: 'desktop',
  });
  const page = () => (
    <Theme mode="light">
      <Suspense>
        <Component {...given()} />
      </Suspense>
    </Theme>
  );
  const { container, rerender } = render(page());
  const redraw = () => rerender(page());
  return {
    calls,
    actions,
    container,
    expose(values) {
      exposed = { ...exposed, ...values };
      redraw();
    },
    change(next) {
      props = { ...props, ...next.props };
      if ('error' in next) error = next.error;
      redraw();
    },
  };
}
