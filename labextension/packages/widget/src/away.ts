/** Notices that the server does not answer, or does not know the user any more, and when that is over. */
import { errorBody, UNREACHABLE } from '@tooljet/frame';
import type { ErrorBody } from '@tooljet/schema';
import type { Wire } from './wire';

const TRY_EVERY_MS = 3000;

const AWAY = new Set([UNREACHABLE, 'Unauthenticated', 'SourceUnreachable']);

export interface AwayEvents {
  lost(error: ErrorBody): void;
  found(): void;
}

export class Away {
  private lost = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly wire: Wire,
    private readonly on: AwayEvents
  ) {}

  /** The same wire, listened to. */
  get heard(): Wire {
    return {
      send: async (...sending) => {
        try {
          const answer = await this.wire.send(...sending);
          this.back();
          return answer;
        } catch (error) {
          // A data source that is away says the same word, but comes from a query's run.
          if (isAway(error)) this.gone(errorBody(error));
          throw error;
        }
      },
    };
  }

  /** Looks whether it is over; asks again by itself as long as it is not. */
  readonly look = (): void => {
    clearTimeout(this.timer);
    this.wire.send('GET', 'me').then(
      () => this.back(),
      () => (this.timer = setTimeout(this.look, TRY_EVERY_MS))
    );
  };

  dispose(): void {
    clearTimeout(this.timer);
    this.lost = false;
  }

  private gone(error: ErrorBody): void {
    if (this.lost) return;
    this.lost = true;
    this.on.lost(error);
    this.timer = setTimeout(this.look, TRY_EVERY_MS);
  }

  private back(): void {
    if (!this.lost) return;
    this.lost = false;
    clearTimeout(this.timer);
    this.on.found();
  }
}

function isAway(error: unknown): boolean {
  const { code, detail } = errorBody(error);
  // The kernel's own client says where it looked for the server; a data source does not.
  return AWAY.has(code) && (code !== 'SourceUnreachable' || (detail !== undefined && 'url' in detail));
}
