/** The viewer's page itself: the place of the frame, the outline while it loads, the message when it cannot. */
import type { Trouble } from './trouble';

export class Screen {
  readonly stage: HTMLElement;
  private readonly outline: HTMLElement | null;
  private notice: HTMLElement | undefined;

  constructor(private readonly root: HTMLElement) {
    this.stage = root;
    this.outline = root.querySelector('.tj-Outline');
  }

  /** The app is on the screen. */
  shown(): void {
    this.outline?.remove();
    this.clear();
  }

  /** Puts a message in the app's place. */
  tell(trouble: Trouble, again: () => void): void {
    this.shown();
    const notice = part('section', 'tj-Trouble');
    notice.setAttribute('role', 'alert');
    notice.append(part('h1', 'tj-Trouble-title', trouble.title), part('p', 'tj-Trouble-text', trouble.text));
    if (trouble.action) notice.append(button(trouble.action, again));
    if (trouble.detail) notice.append(folded(trouble.detail));
    this.notice = notice;
    this.root.append(notice);
  }

  clear(): void {
    this.notice?.remove();
    this.notice = undefined;
  }
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function button({ label, href }: NonNullable<Trouble['action']>, again: () => void): HTMLElement {
  const made = part(href ? 'a' : 'button', 'tj-Trouble-action', label);
  if (href) made.setAttribute('href', href);
  else made.addEventListener('click', again);
  return made;
}

function folded(detail: string): HTMLElement {
  const made = part('details', 'tj-Trouble-detail');
  made.append(part('summary', '', 'Details'), part('p', '', detail));
  return made;
}
