/** What a builder reads when there is no app to see: what happened, where, and what to do about it. */
import { errorBody, UNREACHABLE } from '@tooljet/frame';
import type { ErrorBody } from '@tooljet/schema';
import type { Problem } from './model';

/** One message with at most one thing to do. */
export interface Trouble {
  title: string;
  text: string;
  problems?: Problem[];
  action?: string;
}

/** The frame was there and does not answer any more. */
export const SILENT: Trouble = {
  title: 'The app stopped answering',
  text: 'What was entered and not saved may be lost when it starts again.',
  action: 'Restart',
};

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'place' in value && 'reason' in value;
}

function problemsOf({ detail }: ErrorBody): Problem[] {
  const listed = detail?.problems;
  return Array.isArray(listed) ? listed.filter(isProblem) : [];
}

/** The message for something that went wrong on the way. */
export function troubleOf(thrown: unknown): Trouble {
  const body = errorBody(thrown);
  const problems = problemsOf(body);
  if (problems.length > 0) {
    const title = problems.length === 1 ? 'One thing in this app cannot work' : `${problems.length} things cannot work`;
    return { title, text: 'Change them and run the cell again.', problems };
  }
  if (body.code === UNREACHABLE)
    return { title: 'The server cannot be reached', text: 'Is it still running?', action: 'Try again' };
  if (body.code === 'Unauthenticated')
    return {
      title: 'You are not signed in',
      text: 'Sign in to JupyterLab again, then try again.',
      action: 'Try again',
    };
  if (body.code === 'Invalid' || body.code === 'NotFound')
    return { title: 'This app is not complete yet', text: body.message };
  if (body.code === 'Forbidden') return { title: 'You may not show this app', text: body.message };
  return { title: 'The app cannot be shown', text: body.message, action: 'Try again' };
}
