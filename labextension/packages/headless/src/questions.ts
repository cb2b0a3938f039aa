/** Questions with yes or no that an app asks before it goes on: answered at once as a test decided, or left open. */

interface Question {
  message: string;
  answer(yes: boolean): void;
}

export class Questions {
  private waiting: Question[] = [];
  /** What a person would answer; null leaves the dialog open. */
  policy: boolean | null = true;
  /** The question asked last. */
  latest: string | null = null;

  ask(message: string): Promise<boolean> {
    this.latest = message;
    if (this.policy !== null) return Promise.resolve(this.policy);
    return new Promise(answer => void this.waiting.push({ message, answer }));
  }

  /** The dialog on the screen; the others wait behind it. */
  get open(): string | null {
    return this.waiting[0]?.message ?? null;
  }

  /** Answer the open dialog; false when there is none. */
  answer(yes: boolean): boolean {
    const question = this.waiting.shift();
    question?.answer(yes);
    return question !== undefined;
  }
}
