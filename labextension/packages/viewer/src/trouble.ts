/** What a viewer reads when there is no app to see: what happened, and what to do about it. */
import { isErrorBody, UNREACHABLE } from '@tooljet/frame';
import type { Config } from './config';

/** One message with at most one thing to do. */
export interface Trouble {
  title: string;
  text: string;
  action?: { label: string; href?: string };
  /** The server's own words, folded. */
  detail?: string;
}

/** The frame was there and does not answer any more. */
export const SILENT: Trouble = {
  title: 'This app stopped answering',
  text: 'What you entered and did not save may be lost when it starts again.',
  action: { label: 'Restart' },
};

/** The message for an error of the server. */
export function troubleOf(error: unknown, config: Config): Trouble {
  const body = isErrorBody(error) ? error : { code: 'Failed', message: String(error), detail: {} };
  const status = body.detail?.status;
  const detail = body.message;
  if (body.code === UNREACHABLE) {
    return {
      title: 'The server cannot be reached',
      text: 'Check your connection, or wait a moment.',
      action: { label: 'Try again' },
    };
  }
  if (status === 401) {
    const next = encodeURIComponent(location.pathname + location.search);
    return {
      title: 'Please sign in',
      text: 'You need to sign in to see this app.',
      action: { label: 'Sign in', href: `${config.loginUrl}?next=${next}` },
    };
  }
  if (status === 403)
    return {
      title: 'You have no access to this app',
      text: 'Ask the person who sent you the link to share it with you.',
      detail,
    };
  if (body.code === 'NotReleased') {
    return {
      title: 'This app is not released yet',
      text: 'Come back when its builder has released a version.',
      action: { label: 'Try again' },
      detail,
    };
  }
  if (status === 404)
    return { title: 'There is no such app', text: 'The link may be mistyped, or the app was removed.', detail };
  return {
    title: 'This app cannot be shown',
    text: 'Something went wrong on the server.',
    action: { label: 'Try again' },
    detail,
  };
}
