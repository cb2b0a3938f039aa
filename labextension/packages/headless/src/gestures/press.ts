/** What is clicked and does no more than say so: buttons, icons, links, pictures, words, figures, charts. */
import { leadsTo } from '@tooljet/components/pure/address';
import { press } from '@tooljet/components/pure/button/press';
import { clickPoint } from '@tooljet/components/pure/chart/clicked';
import { contentOf } from '@tooljet/components/pure/chart/content';
import { sourceOf } from '@tooljet/components/pure/image/source';
import { isLargest, isSmallest, plain, turned, zoomed } from '@tooljet/components/pure/image/view';
import { follow } from '@tooljet/components/pure/link/follow';
import { markdownHtml } from '@tooljet/components/pure/markdown';
import type { Name } from '@tooljet/schema';
import { linksIn } from '../sight/parts/markup';
import { few, quoted } from './cannot';
import { point, refuse, textIn, visit, type Doings, type Hand } from './hand';
import { hasFailed, retryAt, unfold } from './supply';

/** The pointer comes over it, as it does before every click. */
function over(hand: Hand<'Button' | 'Icon' | 'Link' | 'Text'>): void {
  point(hand, () => hand.given.fire('onHover'));
}

export const Button: Doings<'Button'> = {
  hover: over,
  focus: hand => visit(hand),
  click(hand) {
    over(hand);
    visit(hand);
    press(hand.given.props, event => hand.given.fire(event));
  },
  press(hand) {
    visit(hand);
    press(hand.given.props, event => hand.given.fire(event));
  },
};

export const Icon: Doings<'Icon'> = {
  hover: over,
  click(hand) {
    over(hand);
    visit(hand);
    hand.given.fire('onClick');
  },
};

export const Link: Doings<'Link'> = {
  hover: over,
  click(hand) {
    over(hand);
    visit(hand);
    follow(hand.given.props, hand.given, hand.detail.newTab === true);
  },
};

/** A link in Markdown or HTML, by its words. */
function followIn(hand: Hand<Name>, html: string): void {
  const links = linksIn(html);
  const wanted = textIn(hand, 'link');
  const found = links.find(({ words }) => words === wanted);
  if (!found)
    return refuse(hand, `it has no link ${quoted(wanted)}; there are: ${few(links.map(({ words }) => words))}`);
  const url = leadsTo(found.href);
  if (url) hand.given.act({ kind: 'open-url', url, newTab: true });
}

function htmlOf({ props, exposed }: Hand<'Text'>['given']): string {
  const text = String(exposed.text ?? props.text ?? '');
  if (props.textFormat === 'plainText') return '';
  return props.textFormat === 'markdown' ? markdownHtml(text) : text;
}

export const Text: Doings<'Text'> = {
  hover: over,
  click(hand) {
    over(hand);
    hand.screen.leave();
    if ('link' in hand.detail) followIn(hand, htmlOf(hand.given));
    hand.given.fire('onClick');
  },
};

export const Html: Doings<'Html'> = {
  click(hand) {
    hand.screen.leave();
    if ('link' in hand.detail) followIn(hand, hand.given.props.rawHtml);
  },
};

function shownPicture(hand: Hand<'Image'>): void {
  const { props, exposed } = hand.given;
  if (sourceOf(exposed.imageURL ?? props.source, props) === '') refuse(hand, 'there is no picture');
}

export const Image: Doings<'Image'> = {
  click(hand) {
    shownPicture(hand);
    hand.screen.leave();
    hand.given.fire('onClick');
  },
  zoom(hand) {
    shownPicture(hand);
    const { view = plain } = hand.local;
    const by = Number(hand.detail.by ?? 1) < 0 ? -1 : 1;
    if (!hand.given.props.zoomButtons) refuse(hand, 'it has no buttons for that');
    if (by < 0 ? isSmallest(view) : isLargest(view))
      refuse(hand, by < 0 ? 'it is at its smallest' : 'it is at its largest');
    hand.screen.leave();
    hand.local.view = zoomed(view, by);
  },
  rotate(hand) {
    shownPicture(hand);
    if (!hand.given.props.rotateButton) refuse(hand, 'it has no button for that');
    hand.screen.leave();
    hand.local.view = turned(hand.local.view ?? plain);
  },
};

export const Statistics: Doings<'Statistics'> = {
  click(hand) {
    hand.screen.leave();
    hand.given.fire('onClick');
  },
  retry(hand) {
    retryAt(hand, { has: false, badge: true });
  },
};

function hasFigure(hand: Hand<'Chart'>): boolean {
  return 'kinds' in contentOf(hand.given.props);
}

export const Chart: Doings<'Chart'> = {
  /** Only what a point is can be said without a picture: its parts are the detail. */
  click(hand) {
    if (!hasFigure(hand)) refuse(hand, 'there is nothing drawn');
    const { point: clicked } = hand.detail;
    if (typeof clicked !== 'object' || clicked === null) return refuse(hand, 'the detail does not say which point');
    hand.screen.leave();
    clickPoint(hand.given, { ...clicked });
  },
  doubleClick(hand) {
    if (!hasFigure(hand)) refuse(hand, 'there is nothing drawn');
    hand.screen.leave();
    hand.given.fire('onDoubleClick');
  },
  retry: hand => retryAt(hand, { has: hasFigure(hand) }),
  unfold: hand => unfold(hand, 'fault' in contentOf(hand.given.props) || hasFailed(hand, hasFigure(hand))),
};
