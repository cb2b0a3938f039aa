/** What the server says when it cannot do something: a code for programs, a sentence for people, the facts as data. */
import type { ErrorReply } from '@tooljet/schema/api';

export class Refusal extends Error {
  readonly code: string;
  readonly detail: Record<string, unknown>;

  constructor({ code, message, detail }: ErrorReply) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }

  /** The field that is wrong, where the server named one. */
  get field(): string | undefined {
    return typeof this.detail.field === 'string' && this.detail.field !== '' ? this.detail.field : undefined;
  }

  /** What is wrong with that field, without its name in front. */
  get reason(): string {
    return typeof this.detail.reason === 'string' ? this.detail.reason : this.message;
  }
}

/** Why there is no answer at all. */
export function unreachable(): Refusal {
  return new Refusal({ code: 'Unreachable', message: 'The server cannot be reached.', detail: {} });
}

/** The error that an answer holds. */
export async function refusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  if (isErrorReply(body)) return new Refusal(body);
  return new Refusal({ code: 'Failed', message: `The server answered ${response.status}.`, detail: {} });
}

/** Anything that was thrown, as a refusal. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal({ code: 'Failed', message: error instanceof Error ? error.message : String(error), detail: {} });
}

function isErrorReply(value: unknown): value is ErrorReply {
  if (typeof value !== 'object' || value === null) return false;
  const { code, message, detail } = value as Partial<ErrorReply>;
  return typeof code === 'string' && typeof message === 'string' && typeof detail === 'object';
}
