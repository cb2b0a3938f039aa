/** Actions on queries. The id counts; the name only where no id is known. */
import { isRecord } from '../equal';
import type { Context } from '../context';
import type { Query } from '../query';
import type { Action, Options } from './action';

export const runQuery: Action = (options, context) => {
  const parameters = options.value('parameters');
  return queryOf(options, context).run(isRecord(parameters) ? parameters : {});
};

export const resetQuery: Action = (options, context) => queryOf(options, context).reset();

export const abortQuery: Action = (options, context) => queryOf(options, context).abort();

function queryOf(options: Options, { queries }: Context): Query {
  const id = options.text('queryId');
  const name = options.text('queryName');
  const found = queries.find(id) ?? queries.find(name);
  if (!found) throw new Error(`There is no query ${name || id}`);
  return found;
}
