/** What Python functions of the app said: prints, errors and displays, below the app. */
import DOMPurify from 'dompurify';
import type { Output } from './messages';

/** Older lines go: a function may print in a loop. */
const MOST = 300;

/** The first of these that an output has is shown. */
const IMAGES = ['image/png', 'image/jpeg'];

export class Said {
  readonly element = document.createElement('section');
  private readonly list = document.createElement('div');
  private last: { name: string; output: Output; element: HTMLElement } | undefined;

  constructor() {
    this.element.className = 'said';
    this.element.hidden = true;
    this.element.setAttribute('aria-label', 'Output of Python functions');
    this.list.className = 'said-list';
    this.list.setAttribute('role', 'log');
    this.list.tabIndex = 0;
    const clear = document.createElement('button');
    clear.className = 'said-clear';
    clear.textContent = 'Clear';
    clear.addEventListener('click', () => this.clear());
    this.element.append(this.list, clear);
  }

  add(name: string, output: Output): void {
    this.element.hidden = false;
    const isAtEnd = this.list.scrollTop + this.list.clientHeight >= this.list.scrollHeight - 4;
    if (!this.joined(name, output)) this.append(name, output);
    while (this.list.childElementCount > MOST) this.list.firstElementChild?.remove();
    if (isAtEnd) this.list.scrollTop = this.list.scrollHeight;
  }

  clear(): void {
    this.list.replaceChildren();
    this.last = undefined;
    this.element.hidden = true;
  }

  /** A text that goes on where the last one of the same function ended. */
  private joined(name: string, output: Output): boolean {
    const { last } = this;
    if (output.type !== 'stream' || last?.output.type !== 'stream') return false;
    if (last.name !== name || last.output.name !== output.name) return false;
    last.element.append(output.text);
    return true;
  }

  private append(name: string, output: Output): void {
    const row = part('div', `said-row said-${output.type === 'stream' ? output.name : output.type}`);
    const element = drawn(output);
    row.append(part('span', 'said-name', name), element);
    this.list.append(row);
    this.last = { name, output, element };
  }
}

function drawn(output: Output): HTMLElement {
  switch (output.type) {
    case 'stream':
      return part('pre', 'said-text', output.text);
    case 'error': {
      const element = part('pre', 'said-text');
      element.append(part('strong', '', output.title), ...output.lines.map(line => `\n${line}`));
      return element;
    }
    case 'display':
      return displayed(output.data);
  }
}

function displayed(data: Record<string, unknown>): HTMLElement {
  const kind = IMAGES.find(name => typeof data[name] === 'string');
  if (kind !== undefined) {
    const image = document.createElement('img');
    image.src = `data:${kind};base64,${String(data[kind]).replace(/\s/g, '')}`;
    image.alt = textOf(data['text/plain']);
    return image;
  }
  const html = data['text/html'];
  if (typeof html !== 'string' && !Array.isArray(html)) return part('pre', 'said-text', textOf(data['text/plain']));
  const element = part('div', 'said-html');
  element.append(DOMPurify.sanitize(textOf(html), { RETURN_DOM_FRAGMENT: true }));
  return element;
}

/** Notebooks write long texts as lists of lines. */
function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('') : String(value ?? '');
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
