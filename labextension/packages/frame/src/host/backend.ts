/** What a host needs from a server, whichever way it reaches it: HTTP, a kernel's comm, something in a test. */
import type { HttpReply, HttpRequest, QueryCall } from '@tooljet/runtime';
import type { ErrorBody, RunReply } from '@tooljet/schema';

/** Runs queries for an app. Everything rejects with an `ErrorBody`. */
export interface Backend {
  /** The reply, or its JSON as it came over the wire: then only the app's worker parses it. */
  runQuery(call: QueryCall): Promise<RunReply | ArrayBuffer>;
  cancelRun(run: string): void;
  request(call: HttpRequest): Promise<HttpReply>;
}

/** Whether something thrown is already the body of an error reply. */
export function isErrorBody(value: unknown): value is ErrorBody {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'message' in value &&
    typeof value.message === 'string'
  );
}

/** Anything thrown as the body of an error reply. */
export function errorBody(thrown: unknown): ErrorBody {
  if (isErrorBody(thrown)) return { code: String(thrown.code), message: thrown.message, detail: thrown.detail ?? {} };
  return { code: 'Failed', message: thrown instanceof Error ? thrown.message : String(thrown), detail: {} };
}
