/** What is done with the page around the components: its navigation, its messages, its questions. */
import { linksOf } from '@tooljet/components/pure/page/links';
import type { JsonObject } from '@tooljet/schema';
import type { World } from '../world';
import { CannotDo, few, quoted } from './cannot';
import { attemptAt, type Kind } from './kinds';
import { screenOf } from './screen';

/** Names under which a gesture finds the page itself; no component may be called so. */
export const PAGE = '$page';
export const QUESTION = '$question';
export const ALERTS = '$alerts';

type Doing = (world: World, kind: Kind, detail: JsonObject) => void;

function refuse(target: string, kind: Kind, reason: string): never {
  throw new CannotDo(target, attemptAt(kind), reason);
}

/** Another page by the header; or, with `hover`, the pointer to where nothing is. */
function onPage(world: World, kind: Kind, detail: JsonObject): void {
  const screen = screenOf(world);
  if (kind === 'hover' || kind === 'blur') return kind === 'hover' ? screen.away() : screen.leave();
  if (world.question !== null) refuse('the page', kind, 'a question waits for an answer');
  if (screen.dialogs.length > 0) refuse('the page', kind, 'a dialog is open in front of it');
  const links = linksOf(world.mirror.page);
  const wanted = detail.page ?? detail.option;
  const link = links.find(({ handle, name }) => handle === wanted || name === wanted);
  if (!link)
    return refuse(
      'the page',
      kind,
      `there is no link to ${quoted(wanted)}; there are: ${few(links.map(({ name }) => name))}`
    );
  if (link.disabled) return refuse('the page', kind, `${link.name} is disabled`);
  screen.leave();
  if (link.id === world.mirror.page?.id) return;
  world.runtime.switchPage(link.handle);
  world.act({ kind: 'open-page', page: link.id, handle: link.handle, query: [] });
}

function onQuestion(world: World, kind: Kind, detail: JsonObject): void {
  if (world.question === null) return refuse('the question', kind, 'nothing is asked');
  world.answer(kind !== 'close' && detail.yes !== false);
}

function onAlerts(world: World, kind: Kind, detail: JsonObject): void {
  const { alerts } = world;
  const place =
    'message' in detail ? alerts.findIndex(({ message }) => message === detail.message) : Number(detail.place ?? 0);
  if (!alerts[place])
    return refuse('the message', kind, alerts.length === 0 ? 'there is none' : 'there is no such message');
  world.dismiss(place);
}

const places: Record<string, Doing> = { [PAGE]: onPage, [QUESTION]: onQuestion, [ALERTS]: onAlerts };

/** What a gesture means that is not for a component; undefined where it is for one. */
export function onPlace(target: string): Doing | undefined {
  return Object.hasOwn(places, target) ? places[target] : undefined;
}
