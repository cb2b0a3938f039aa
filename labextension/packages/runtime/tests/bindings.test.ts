/** The scanner of `{{ }}` reads the corpus it shares with the server the same way. */
import { describe, expect, it } from 'vitest';
import corpus from '../../../../tests/templates/bindings.json';
import unclosed from '../../../../tests/templates/unclosed.json';
import { soleExpression, splitBindings, UnclosedBinding } from '../src/bindings';

describe('the shared corpus', () => {
  it.each(corpus.map(({ text, parts }) => [text, parts] as const))('%j is split into its parts', (text, parts) => {
    expect(splitBindings(text)).toEqual(parts);
  });

  it.each(unclosed.map(({ text, position }) => [text, position] as const))('%j is not closed', (text, position) => {
    expect(() => splitBindings(text)).toThrow(UnclosedBinding);
    try {
      splitBindings(text);
    } catch (error) {
      expect(error).toMatchObject({ position });
    }
  });
});

describe('a sole binding', () => {
  it('may have white space around it', () => {
    expect(soleExpression(splitBindings(' {{ a.b }}\n'))).toBe('a.b');
  });

  it('is not a binding with text, nor two bindings', () => {
    expect(soleExpression(splitBindings('{{a}} b'))).toBeNull();
    expect(soleExpression(splitBindings('{{a}}{{b}}'))).toBeNull();
  });
});
