/** In place of the library of this name: Markdown is a text here, evaluated when an app first shows some. */
import type { Marked as Library, MarkedExtension } from 'marked';
import markedText from 'text:marked';
import { evaluated } from './evaluated';

export class Marked {
  private made: Library | undefined;

  constructor(private readonly options: MarkedExtension) {}

  parse(markdown: string): string | Promise<string> {
    this.made ??= new (evaluated<{ Marked: typeof Library }>(markedText).Marked)(this.options);
    return this.made.parse(markdown);
  }
}
