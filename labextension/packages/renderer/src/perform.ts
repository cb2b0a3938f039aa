/** What the renderer itself does of the things a runtime asks for; the rest is the host's. */
import type { HostAction } from '@tooljet/runtime';
import type { Outside } from './page/outside';
import type { Questions } from './page/questions';
import type { Toasts } from './page/toasts';

export interface Hands {
  root: HTMLElement;
  toasts: Toasts;
  questions: Questions;
  outside: Outside;
}

/** Actions that need the page on the screen and nothing beyond it. */
export type OwnAction = Extract<HostAction, { kind: 'alert' | 'confirm' | 'set-mode' | 'scroll' | 'focus' | 'blur' }>;

const OWN = new Set<HostAction['kind']>(['alert', 'confirm', 'set-mode', 'scroll', 'focus', 'blur']);

export function isOwn(action: HostAction): action is OwnAction {
  return OWN.has(action.kind);
}

const FOCUSABLE = 'input, textarea, select, button, [contenteditable="true"], a[href], [tabindex]:not([tabindex="-1"])';

function find(root: HTMLElement, instance: string): HTMLElement | null {
  // A dialog is drawn outside the page's own element, so the whole document is searched.
  return root.ownerDocument.querySelector<HTMLElement>(`[data-instance="${CSS.escape(instance)}"]`);
}

function oneOf<const Words extends readonly string[]>(
  value: string,
  allowed: Words,
  fallback: Words[number]
): Words[number] {
  return allowed.find(word => word === value) ?? fallback;
}

/** Does it, and resolves to the user's answer where it is a question. */
export async function perform(action: OwnAction, { root, toasts, questions, outside }: Hands): Promise<unknown> {
  switch (action.kind) {
    case 'alert':
      return toasts.add(action);
    case 'confirm':
      return questions.ask(action.message);
    case 'set-mode':
      return outside.update({ chosenMode: action.mode });
    case 'scroll':
      return find(root, action.instance)?.scrollIntoView({
        behavior: oneOf(action.behavior, ['auto', 'smooth', 'instant'], 'smooth'),
        block: oneOf(action.block, ['start', 'center', 'end', 'nearest'], 'nearest'),
      });
    case 'focus':
      return find(root, action.instance)?.querySelector<HTMLElement>(FOCUSABLE)?.focus();
    case 'blur':
      return find(root, action.instance)?.querySelector<HTMLElement>(':focus')?.blur();
  }
}
