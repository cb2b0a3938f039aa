/** What a viewer reads when there is no app to see. */
import { expect, it } from 'vitest';
import type { Config } from '../src/config';
import { troubleOf } from '../src/trouble';

const config: Config = {
  baseUrl: '/',
  app: 'orders',
  page: '',
  version: null,
  environment: null,
  record: null,
  logoutUrl: '/logout',
  loginUrl: '/login',
};

it.each([
  [{ code: 'NotFound', message: 'm', detail: { status: 404 } }, 'There is no such app', undefined],
  [{ code: 'NotReleased', message: 'm', detail: { status: 404 } }, 'This app is not released yet', 'Try again'],
  [{ code: 'Forbidden', message: 'm', detail: { status: 403 } }, 'You have no access to this app', undefined],
  [{ code: 'Unauthenticated', message: 'm', detail: { status: 401 } }, 'Please sign in', 'Sign in'],
  [{ code: 'Unreachable', message: 'm', detail: {} }, 'The server cannot be reached', 'Try again'],
  [new TypeError('boom'), 'This app cannot be shown', 'Try again'],
])('says in plain words what %j means', (error, title, action) => {
  const trouble = troubleOf(error, config);
  expect([trouble.title, trouble.action?.label]).toEqual([title, action]);
});
