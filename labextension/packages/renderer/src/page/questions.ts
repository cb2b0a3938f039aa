/** Questions with yes or no that an app asks before it goes on; one is shown at a time, the others wait. */

export interface Question {
  message: string;
  answer(yes: boolean): void;
}

export class Questions {
  private waiting: readonly Question[] = [];
  private readonly listeners = new Set<() => void>();

  readonly listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The question to show, undefined when there is none. */
  readonly current = (): Question | undefined => this.waiting[0];

  /** Resolves to what the user answers. */
  ask(message: string): Promise<boolean> {
    return new Promise(resolve => {
      const question: Question = {
        message,
        answer: yes => {
          this.change(this.waiting.filter(other => other !== question));
          resolve(yes);
        },
      };
      this.change([...this.waiting, question]);
    });
  }

  private change(waiting: readonly Question[]): void {
    this.waiting = waiting;
    for (const listener of this.listeners) listener();
  }
}
