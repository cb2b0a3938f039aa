/** What is around the app in its cell: a slim header, the place of the frame, messages, a grip to make it higher. */
import type { Mode } from './theme';
import type { Trouble } from './trouble';
import { Said } from './said';
import style from './panel.css?inline';

/** How the app is: what the dot in the header says. */
export type Status = 'starting' | 'live' | 'busy' | 'gone' | 'behind' | 'stopped';

const STATUS: Record<Status, string> = {
  starting: 'Starting',
  live: 'Live',
  busy: 'Working',
  gone: 'No kernel',
  behind: 'Not up to date',
  stopped: 'Stopped',
};

// Drawn for this header on a 16 px grid.
const RELOAD = 'M13.2 8A5.2 5.2 0 1 1 11.6 4.2L13 5.5M13 2.5v3h-3';
const OPEN = 'M9.5 3H13v3.5M13 3 7.5 8.5M11 9.5V12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1h2.5';

export class Panel {
  /** Where the frame is put. */
  readonly stage = part('div', 'stage');
  readonly grip = part('div', 'grip');
  /** What Python functions said. */
  readonly said = new Said();
  private readonly root = part('section', 'panel');
  private readonly title = part('span', 'title');
  private readonly status = part('span', 'status');
  private readonly link = part('a', 'button');
  private readonly reload = part('button', 'button');
  private readonly note = part('p', 'note');
  private notice: HTMLElement | undefined;

  constructor(el: HTMLElement, reload: () => void) {
    // A shadow: neither the notebook's styles reach the header, nor its styles the notebook.
    const host = el.appendChild(document.createElement('div'));
    host.className = 'tj-Widget';
    const shadow = host.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style;
    this.status.setAttribute('role', 'status');
    this.icon(this.reload, 'Start again', RELOAD).addEventListener('click', reload);
    this.icon(this.link, 'Open in a new tab', OPEN);
    this.link.setAttribute('target', '_blank');
    this.link.setAttribute('rel', 'noopener');
    this.grip.tabIndex = 0;
    for (const [name, value] of Object.entries({ role: 'separator', 'aria-orientation': 'horizontal' }))
      this.grip.setAttribute(name, value);
    this.grip.setAttribute('aria-label', 'Height of the app');
    const header = part('header', 'header');
    header.append(this.title, this.status, part('span', 'space'), this.reload, this.link);
    this.note.setAttribute('role', 'status');
    this.note.hidden = true;
    this.root.append(header, this.note, this.stage, this.grip, this.said.element);
    shadow.append(sheet, this.root);
    this.say('starting');
    this.opens('');
  }

  named(title: string): void {
    this.title.textContent = title;
    this.root.setAttribute('aria-label', title);
  }

  look(mode: Mode): void {
    this.root.dataset.theme = mode;
  }

  /** The dot and its words: the usual ones, or better ones. */
  say(status: Status, words: string = STATUS[status]): void {
    this.status.dataset.status = status;
    this.status.textContent = words;
  }

  /** A sentence above an app that goes on; '' takes it away. */
  remark(words: string): void {
    this.note.textContent = words;
    this.note.hidden = words === '';
  }

  /** Where "open in a new tab" leads; '' before there is such a place. */
  opens(address: string): void {
    this.link.hidden = address === '';
    this.link.setAttribute('href', address);
  }

  /** Says what went wrong; without an app to see the message takes its place. */
  tell(trouble: Trouble, { again, alone }: { again: () => void; alone: boolean }): void {
    this.clear();
    const notice = part('div', 'notice');
    notice.setAttribute('role', 'alert');
    notice.append(part('strong', 'notice-title', trouble.title), part('p', 'notice-text', trouble.text));
    if (trouble.problems?.length) notice.append(list(trouble.problems));
    if (trouble.action) notice.append(button(trouble.action, again));
    this.notice = notice;
    this.stage.before(notice);
    this.stage.hidden = this.grip.hidden = alone;
  }

  clear(): void {
    this.notice?.remove();
    this.notice = undefined;
    this.stage.hidden = this.grip.hidden = false;
  }

  private icon(element: HTMLElement, label: string, path: string): HTMLElement {
    element.setAttribute('aria-label', label);
    element.title = label;
    element.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${path}"/></svg>`;
    return element;
  }
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

function button(label: string, run: () => void): HTMLElement {
  const made = part('button', 'action', label);
  made.addEventListener('click', run);
  return made;
}

function list(problems: NonNullable<Trouble['problems']>): HTMLElement {
  const made = part('ul', 'problems');
  for (const { place, reason } of problems) {
    const item = part('li', 'problem');
    item.append(part('b', '', place), part('span', '', reason));
    made.append(item);
  }
  return made;
}
