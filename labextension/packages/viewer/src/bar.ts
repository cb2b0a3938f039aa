/** The slim bar above an app that is recorded: that it is, how much, and how to stop. */
import type { Session, Stage } from './session';

const WORDS: Record<Stage, string> = {
  recording: 'Recording',
  waiting: 'Waiting for the server',
  ended: 'Recording ended',
  refused: 'Recording stopped',
};

const HINTS: Record<Stage, (deeds: number) => string> = {
  recording: counted,
  waiting: deeds => `${counted(deeds)}, kept until it answers`,
  ended: () => 'Your terminal has the test.',
  refused: () => 'The server took no more: are you a builder, and was the session short?',
};

function counted(deeds: number): string {
  if (deeds === 0) return 'Use the app as its users do.';
  return `${deeds} ${deeds === 1 ? 'step' : 'steps'}`;
}

export class Bar {
  private readonly element = part('section', 'tj-Bar');
  private readonly word = part('strong', 'tj-Bar-word');
  private readonly hint = part('span', 'tj-Bar-hint');
  private readonly button = part('button', 'tj-Bar-button');

  /** `leave` goes on without recording. */
  constructor(
    root: HTMLElement,
    private readonly leave: () => void
  ) {
    this.element.setAttribute('aria-label', 'Recording');
    const words = part('p', 'tj-Bar-words');
    words.setAttribute('role', 'status');
    words.append(part('span', 'tj-Bar-dot'), this.word, this.hint);
    this.element.append(words, this.button);
    root.before(this.element);
    root.ownerDocument.body.classList.add('tj-mod-recording');
  }

  /** Says how the session fares now. */
  show(session: Session): void {
    const over = session.stage === 'ended' || session.stage === 'refused';
    this.element.dataset.stage = session.stage;
    this.word.textContent = WORDS[session.stage];
    this.hint.textContent = HINTS[session.stage](session.deeds);
    this.button.textContent = over ? 'Close' : 'Stop';
    this.button.onclick = over ? this.leave : () => void session.end();
  }
}

function part<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
