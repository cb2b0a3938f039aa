/** An app on the screen, drawn by the renderer and run by the runtime in the same thread. */
import type { Host, HostAction } from '@tooljet/runtime';
import { createRuntime } from '@tooljet/runtime';
import type { Component, ViewerDefinition } from '@tooljet/schema';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mount, type Mounted } from '../src/mount';

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

let top = 0;
const component = (
  id: string,
  type: string,
  props: Record<string, unknown>,
  rest: Partial<Component> = {}
): Component => ({
  id,
  name: id,
  type,
  parent: null,
  props,
  layouts: { desktop: { top: (top += 50), left: 1, width: 20, height: 40 } },
  events: [],
  ...rest,
});

const page = (id: string, components: Component[]) => ({ id, name: id, handle: id, components, events: [] });

const app = (...pages: ReturnType<typeof page>[]): ViewerDefinition => ({
  format: 1,
  settings: {
    canvasMaxWidth: 1292,
    canvasMaxWidthType: 'px',
    canvasBackgroundColor: '',
    appMode: 'light',
    hideHeader: false,
    allowedHosts: [],
  },
  homePage: pages[0]?.id ?? '',
  pages,
  queries: [],
});

let root: HTMLElement;
let mounted: Mounted | undefined;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div'));
});

afterEach(() => {
  act(() => mounted?.unmount());
  root.remove();
});

function host(): Host {
  const refuse = () => Promise.reject(new Error('There is no server in this test.'));
  return {
    runQuery: refuse,
    request: refuse,
    cancelRun: () => undefined,
    act: action => mounted?.perform(action) ?? Promise.resolve(undefined),
    now: () => 0,
    random: () => 0.5,
    uuid: () => 'run-1',
    setTimer: () => 0,
    clearTimer: () => undefined,
    log: () => undefined,
  };
}

/** Shows an app; the result tells what went to the outside. */
function show(definition: ViewerDefinition, device: 'desktop' | 'mobile' = 'desktop'): HostAction[] {
  const outside: HostAction[] = [];
  const globals = {
    currentUser: {},
    theme: { name: 'light' },
    environment: { name: 'production' },
    modeOf: { value: 'view' as const },
  };
  const runtime = createRuntime({ definition, host: host(), globals, constants: {}, device });
  const link = {
    definition,
    subscribe: runtime.subscribe,
    fire: runtime.fire,
    set: runtime.set,
    cells: runtime.cells,
    switchPage: (handle: string) => runtime.switchPage(handle),
    act: (action: HostAction) => Promise.resolve(outside.push(action)),
    failed: () => undefined,
  };
  act(() => {
    mounted = mount(root, link, { title: 'Orders', theme: 'light', device });
  });
  return outside;
}

const shown = (id: string): HTMLElement | null => document.querySelector(`[data-instance="${id}"]`);

describe('an app on the screen', () => {
  it('shows what its bindings say, and follows them', () => {
    show(
      app(
        page('p', [
          component('greeting', 'Text', { text: 'Hello {{variables.name ?? "you"}}' }),
          component(
            'go',
            'Button',
            { text: 'Go' },
            {
              events: [{ id: 'e', eventId: 'onClick', actionId: 'set-custom-variable', key: 'name', value: 'Ada' }],
            }
          ),
        ])
      )
    );
    expect(shown('greeting')?.textContent).toBe('Hello you');
    act(() => shown('go')?.querySelector('button')?.click());
    expect(shown('greeting')?.textContent).toBe('Hello Ada');
  });

  it('puts components on 43 columns, and what is in a container into it', () => {
    show(
      app(
        page('p', [
          component('box', 'Container', { showHeader: true }),
          component('title', 'Text', { text: 'Customer' }, { parent: 'box-header' }),
          component('note', 'Text', { text: 'Note' }, { parent: 'box' }),
        ])
      )
    );
    expect(shown('box')?.style.left).toBe(`${(1 / 43) * 100}%`);
    expect(shown('box')?.contains(shown('title'))).toBe(true);
    expect(shown('box')?.contains(shown('note'))).toBe(true);
  });

  it('leaves out what is hidden', () => {
    show(
      app(
        page('p', [
          component('a', 'Text', { text: 'x', visibility: '{{false}}' }),
          component('b', 'Text', { text: 'y' }),
        ])
      )
    );
    expect([shown('a'), shown('b')?.textContent]).toEqual([null, 'y']);
  });

  it('draws a box with its name for a component it does not know', () => {
    show(app(page('p', [component('board', 'KanbanBoard', {})])));
    expect(shown('board')?.textContent).toContain('KanbanBoard is not available here yet.');
  });

  it('has a way to the other pages only when there are some', () => {
    show(app(page('orders', []), page('customers', [component('c', 'Text', { text: 'Customers' })])));
    const links = [...document.querySelectorAll<HTMLButtonElement>('.tj-Pages-link')];
    expect(links.map(link => [link.textContent, link.getAttribute('aria-current')])).toEqual([
      ['orders', 'page'],
      ['customers', null],
    ]);
    act(() => links[1]?.click());
    expect(shown('c')?.textContent).toBe('Customers');
  });

  it('is one column in reading order on a phone', () => {
    const place = (top: number, left: number) => ({ layouts: { desktop: { top, left, width: 20, height: 40 } } });
    const right = component('right', 'Text', { text: 'second' }, place(0, 22));
    const left = component('left', 'Text', { text: 'first' }, place(4, 0));
    show(app(page('p', [right, left])), 'mobile');
    const order = [...document.querySelectorAll('[data-instance]')].map(element =>
      element.getAttribute('data-instance')
    );
    expect(order).toEqual(['left', 'right']);
    expect(shown('left')?.style.left).toBe('');
  });

  it('says what an action wants to say, and asks what it wants to know', async () => {
    show(app(page('p', [])));
    await act(() => mounted?.perform({ kind: 'alert', level: 'error', message: 'Not saved' }));
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Not saved');
    let answer: unknown;
    await act(() => {
      void mounted?.perform({ kind: 'confirm', message: 'Delete it?' })?.then(yes => (answer = yes));
    });
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Continue');
    await act(() => button?.click());
    expect(answer).toBe(true);
  });

  it('leaves to the host what only a host may do', () => {
    show(app(page('p', [])));
    expect(mounted?.perform({ kind: 'open-url', url: 'https://example.com', newTab: true })).toBeUndefined();
  });
});
