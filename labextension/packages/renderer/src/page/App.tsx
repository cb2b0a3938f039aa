/** A whole app on the screen: theme, header, the current page, messages and questions. */
import { Theme } from '@tooljet/components';
import { choosesForPhone, madeForPhone, seats } from '@tooljet/components/pure/page/tree';
import type { ViewerDefinition } from '@tooljet/schema';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { ShownContext, usePage, type Shown } from '../context';
import { Grid } from '../layout/Grid';
import { canvasWidth, FOOT } from '../layout/places';
import type { RendererLink } from '../link';
import type { Store } from '../store';
import { Confirm } from './Confirm';
import { Header } from './Header';
import { Notice } from './Notice';
import type { Questions } from './questions';
import type { Outside } from './outside';
import { ToastList } from './ToastList';
import type { Toasts } from './toasts';

export interface AppProps {
  link: RendererLink;
  store: Store;
  toasts: Toasts;
  questions: Questions;
  outside: Outside;
}

function seat(parent: string | null, slot: string, rows: string) {
  return <Grid parent={parent} slot={slot} rows={rows} />;
}

function pageOf(definition: ViewerDefinition, id: string | undefined) {
  const wanted = id ?? definition.homePage;
  return definition.pages.find(page => page.id === wanted || page.handle === wanted) ?? definition.pages[0];
}

function useShownPage({ link, store, outside }: AppProps): Shown {
  const state = usePage(store);
  const { definition, device, page } = useSyncExternalStore(outside.listen, outside.current);
  return useMemo(() => {
    const components = pageOf(definition, state?.id ?? page)?.components ?? [];
    const now = state?.device ?? device;
    return {
      store,
      link,
      device: now,
      seats: seats(components),
      oneColumn: now === 'mobile' && !madeForPhone(components),
      chosenForPhone: choosesForPhone(components),
      seat,
    };
  }, [store, link, definition, state?.id, state?.device, device, page]);
}

export function App(props: AppProps) {
  const { link, store, toasts, questions, outside } = props;
  const page = usePage(store);
  const { definition, title, notice, mode, generation = 0 } = useSyncExternalStore(outside.listen, outside.current);
  const shown = useShownPage(props);
  useEffect(() => {
    document.querySelector('.tj-Page')?.scrollTo(0, 0);
  }, [page?.id]);
  const { settings } = definition;
  const background = page?.background || undefined;
  return (
    <Theme mode={mode}>
      <ShownContext value={shown}>
        <div className="tj-Frame" data-device={shown.device}>
          {notice && <Notice text={notice} dismiss={() => outside.update({ notice: undefined })} />}
          <Header title={title} page={page} hideTitle={settings.hideHeader} open={handle => link.switchPage(handle)} />
          <main className="tj-Page" style={{ background }} aria-busy={page === undefined}>
            <div
              className="tj-Page-canvas"
              style={{ width: canvasWidth(settings.canvasMaxWidth, settings.canvasMaxWidthType) }}
            >
              <Grid key={`${page?.id ?? 'first'} ${generation}`} parent={null} slot="" rows="" foot={FOOT} />
            </div>
          </main>
        </div>
        <ToastList toasts={toasts} />
        <Confirm questions={questions} />
      </ShownContext>
    </Theme>
  );
}
