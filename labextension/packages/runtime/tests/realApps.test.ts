/** Apps that ToolJet exported, where they are at hand: all their code is read, but for what never was JavaScript. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { splitBindings } from '../src/bindings';
import { compileAsyncScript, compileTransformation } from '../src/compile';

const folder = fileURLToPath(new URL('../../../../../shared/tj-apps/', import.meta.url));
const isHere = existsSync(folder);

/** This app's transformations hold typographic quotes; in ToolJet these queries fail too. */
const BROKEN = ['kpi-management-dashboard--2022-02'];

function files(): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter(name => name.endsWith('.json'));
}

/** Every object of a file, however deep. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield { ...value };
  for (const item of Object.values(value)) yield* objects(item);
}

describe.skipIf(!isHere)('exported apps (skipped where ../shared/tj-apps is absent)', () => {
  it.each(isHere ? files() : [])('%s has bindings, scripts and transformations that can be read', name => {
    const unread: string[] = [];
    for (const object of objects(JSON.parse(readFileSync(folder + name, 'utf8')))) {
      for (const text of Object.values(object)) if (typeof text === 'string') splitBindings(text);
      const { code, transformation, enableTransformation } = object;
      try {
        if (typeof code === 'string') compileAsyncScript(code);
        if (typeof transformation === 'string' && enableTransformation) compileTransformation(transformation);
      } catch (error) {
        unread.push(String(error));
      }
    }
    if (!BROKEN.some(app => name.startsWith(app))) expect(unread).toEqual([]);
  });
});
