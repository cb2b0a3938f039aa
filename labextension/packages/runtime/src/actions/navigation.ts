/** Actions that lead somewhere else. */
import type { Page } from '@tooljet/schema';
import { asBoolean } from '../coerce';
import type { Context } from '../context';
import { template } from '../template';
import type { Action } from './action';

export const switchPage: Action = (options, context) => {
  const page = pageOf(context, options.text('pageId'));
  if (page.disabled || isHidden(context, page)) return refuse(context, page);
  const query = options.pairs('queryParams');
  context.switchPage(page.handle, query);
  return context.host.act({ kind: 'open-page', page: page.id, handle: page.handle, query });
};

/** The page an option means: by id, else by handle or name as scripts give it. */
function pageOf({ definition }: Context, wanted: string): Page {
  const found =
    definition.pages.find(page => page.id === wanted) ??
    definition.pages.find(page => page.handle === wanted || page.name === wanted);
  if (!found) throw new Error(`There is no page ${wanted}`);
  return found;
}

/** Whether a page is hidden, which can be an expression. */
export function isHidden({ evaluator, scope }: Context, page: Page): boolean {
  const place = { id: `${page.id}.hidden`, source: { kind: 'page' as const, id: page.id, name: page.name } };
  return asBoolean(evaluator.evaluate(template(page.hidden ?? false), scope, place));
}

function refuse(context: Context, page: Page): Promise<unknown> {
  const message = `The page ${page.name} cannot be opened`;
  context.log.write('warning', { kind: 'page', id: page.id, name: page.name }, message);
  return context.host.act({ kind: 'alert', level: 'error', message });
}

export const goToApp: Action = (options, { host }) =>
  host.act({
    kind: 'go-to-app',
    slug: options.text('slug'),
    query: options.pairs('queryParams'),
    newTab: options.flag('openInNewTab'),
  });

export const openWebpage: Action = (options, { host }) =>
  host.act({ kind: 'open-url', url: options.text('url'), newTab: options.text('windowTarget') !== 'currentTab' });
