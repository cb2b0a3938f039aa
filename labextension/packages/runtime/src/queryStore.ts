/** What a query exposes: `queries.<name>.data` and the values beside it. */
import { isRecord } from './equal';
import { Source, type Graph } from './graph';
import type { QueryState } from './types';
import { plain } from './plain';

export class QueryStore {
  readonly isLoading: Source<boolean>;
  readonly data: Source;
  readonly rawData: Source;
  readonly error: Source;
  readonly metadata: Source;

  constructor(private readonly graph: Graph) {
    this.isLoading = new Source(graph, false);
    // A list, as in ToolJet: more bindings make sense of it before the first answer than of nothing.
    this.data = new Source<unknown>(graph, []);
    this.rawData = new Source<unknown>(graph, []);
    this.error = new Source<unknown>(graph, undefined);
    this.metadata = new Source<unknown>(graph, undefined);
  }

  answered(answer: { data: unknown; rawData: unknown; metadata: unknown }): void {
    this.data.set(answer.data);
    this.rawData.set(answer.rawData);
    this.metadata.set(answer.metadata);
    this.error.set(undefined);
    this.isLoading.set(false);
  }

  /** The old data stays on screen. */
  failed(error: unknown): void {
    this.error.set(error);
    this.isLoading.set(false);
  }

  clear(): void {
    this.answered({ data: [], rawData: [], metadata: undefined });
  }

  /** A part of the metadata: `request`, `response`. */
  part(key: string): unknown {
    const metadata = this.metadata.get();
    return isRecord(metadata) ? metadata[key] : undefined;
  }

  snapshot(ran: boolean, withData: boolean): QueryState {
    if (!withData) return { ran };
    const read = (source: Source): unknown => this.graph.untracked(() => plain(source.get()));
    return {
      ran,
      data: read(this.data),
      rawData: read(this.rawData),
      metadata: read(this.metadata),
      error: read(this.error),
    };
  }

  restore(state: QueryState): void {
    this.answered({ data: state.data ?? [], rawData: state.rawData ?? [], metadata: state.metadata });
    this.error.set(state.error);
  }
}
