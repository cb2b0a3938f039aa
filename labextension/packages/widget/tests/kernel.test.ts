/** Questions to the kernel find their own answers. */
import { expect, test } from 'vitest';
import { Kernel } from '../src/kernel';
import { NotebookModel } from './notebook';

function view(text: string): DataView {
  // As from a message: the bytes of one part lie somewhere inside the whole.
  const whole = new TextEncoder().encode(`--${text}--`);
  return new DataView(whole.buffer, 2, whole.length - 4);
}

test('each question gets its own answer, in whatever order they come', async () => {
  const notebook = new NotebookModel();
  const kernel = new Kernel(notebook.model);
  const first = kernel.ask({ kind: 'call', method: 'GET', path: 'me' });
  const second = kernel.ask({ kind: 'frame' });
  notebook.say({ id: notebook.sent[1]!.id }, [view('two')]);
  notebook.say({ id: notebook.sent[0]!.id }, [view('one')]);
  const texts = [await first, await second].map(({ buffers }) => new TextDecoder().decode(buffers[0]));
  expect(texts).toEqual(['one', 'two']);
});

test('two outputs of one app do not take each other’s answers', async () => {
  const notebook = new NotebookModel();
  const [one, two] = [new Kernel(notebook.model), new Kernel(notebook.model)];
  const asked = one.ask({ kind: 'frame' });
  void two.ask({ kind: 'frame' });
  expect(notebook.sent[0]!.id).not.toBe(notebook.sent[1]!.id);
  notebook.say({ id: notebook.sent[0]!.id, value: 'for one' });
  expect((await asked).value).toBe('for one');
});

test('an error of the kernel rejects with its words', async () => {
  const notebook = new NotebookModel();
  const asked = new Kernel(notebook.model).ask({ kind: 'call', method: 'POST', path: 'queries/run' });
  notebook.say({
    id: notebook.sent[0]!.id,
    error: { code: 'QueryFailed', message: 'no such table: ordres', detail: {} },
  });
  await expect(asked).rejects.toEqual({ code: 'QueryFailed', message: 'no such table: ordres', detail: {} });
});

test('messages that are no answers are passed over', () => {
  const notebook = new NotebookModel();
  new Kernel(notebook.model);
  for (const message of [null, 'text', {}, { id: 7 }, { id: 'of another widget' }]) notebook.say(message);
  expect(notebook.sent).toEqual([]);
});

test('nothing listens any more once the output is gone', () => {
  const notebook = new NotebookModel();
  const kernel = new Kernel(notebook.model);
  kernel.dispose();
  expect(notebook.heard('msg:custom')).toBe(0);
});
