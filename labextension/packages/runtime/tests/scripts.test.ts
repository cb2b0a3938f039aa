/** RunJS: sloppy mode, ToolJet's globals, and nothing of the browser but through the host. */
import { describe, expect, it } from 'vitest';
import { component, page, query, script, testApp, type TestApp, type TestOptions } from '../src/testing';

async function run(code: string, options: TestOptions = {}): Promise<{ app: TestApp; value: unknown }> {
  const app = testApp([component('TextInput', 'name', { value: 'Ada' }), component('ModalV2', 'modal')], {
    ...options,
    queries: [script('code', code), ...(options.queries ?? [])],
  });
  return { app, value: await app.runtime.runQuery('code') };
}

describe('a script', () => {
  it('may use names it did not declare, which end with the run', async () => {
    const { app, value } = await run(
      'for (month of [1, 2]) { total = (typeof total === "undefined" ? 0 : total) + month }\nreturn total'
    );
    expect(value).toBe(3);
    expect(await app.runtime.runQuery('code')).toBe(3);
    expect(Reflect.has(globalThis, 'total')).toBe(false);
  });

  it('may declare names the app has, without changing the app', async () => {
    const { app, value } = await run('var components = 1; queries = 2; return [components, queries]');
    expect(value).toEqual([1, 2]);
    expect(app.runtime.read('components.name.value')).toBe('Ada');
  });

  it.each([
    ['return await Promise.resolve(components.name.value)', 'Ada'],
    ['return moment.unix(0).utc().format("YYYY")', '1970'],
    ['return _.map([1, 2], n => n + 1)', [2, 3]],
    ['return Array(3).fill(0).map((_none, i) => i)', [0, 1, 2]],
    ['with ({ a: 1 }) { return a }', 1],
    ['return parameters.p ?? "none"', 'none'],
    ['return globals.currentUser.email', 'ada@example.com'],
    ['return page.name + page.handle + page.id', 'homehomehome'],
    ['return arguments.length', 1],
    ['return (function () { return typeof this })()', 'object'],
    ['return 0o17 + 017', 30],
  ])('%s', async (code, value) => {
    expect((await run(code)).value).toEqual(value);
  });

  it('that throws fails the query with its message', async () => {
    const { app } = await run('throw new Error("no stock")');
    expect(app.runtime.read('queries.code.error')).toMatchObject({ code: 'Error', message: 'no stock' });
    expect(app.log()).toEqual(['code: no stock']);
  });

  it('that does not parse fails the query, not the app', async () => {
    const { app } = await run('return “a”');
    expect(app.runtime.read('queries.code.error.code')).toBe('SyntaxError');
    expect(app.runtime.read('components.name.value')).toBe('Ada');
  });

  it('cannot assign a value of a component; the log says what to do', async () => {
    const { app } = await run('components.name.value = "Bob"');
    expect(app.runtime.read('components.name.value')).toBe('Ada');
    expect(app.log()).toEqual([
      'name: components.name.value cannot be assigned; use an action such as setText or setValue',
    ]);
  });

  it('tells components what to do', async () => {
    const { app } = await run(
      'await components.name.setText("Bob"); components.modal.open(); return components.name.value'
    );
    expect(app.runtime.read('[components.name.value, components.modal.show, queries.code.data]')).toEqual([
      'Bob',
      true,
      'Bob',
    ]);
  });

  it('writes to the log with console and actions', async () => {
    const { app } = await run(
      'console.log("a", { b: 1 }); console.error("bad"); actions.logInfo("i"); actions.logError("e")'
    );
    expect(app.host.entries.map(entry => [entry.level, entry.message])).toEqual([
      ['info', 'a {"b":1}'],
      ['error', 'bad'],
      ['info', 'i'],
      ['error', 'e'],
    ]);
  });

  it('waits by the clock of the host', async () => {
    const app = testApp([], {
      queries: [
        script('wait', 'await new Promise(done => setTimeout(done, 500)); return Date.now()'),
        script(
          'tick',
          'let n = 0; const t = setInterval(() => { n += 1; actions.setVariable("n", n); if (n === 3) clearInterval(t) }, 100)'
        ),
      ],
    });
    const waiting = app.runtime.runQuery('wait');
    await app.host.pass(500);
    expect(await waiting).toBe(Date.UTC(2026, 0, 1) + 500);
    void app.runtime.runQuery('tick');
    await app.host.pass(1000);
    expect(app.runtime.read('variables.n')).toBe(3);
  });

  it('tells what it changed in time after an await, one wave per turn', async () => {
    const app = testApp([component('Text', 'out', { text: '{{variables.n}}' })], {
      queries: [script('s', 'actions.setVariable("n", 1); await null; actions.setVariable("n", 2)')],
    });
    await app.runtime.runQuery('s');
    expect(app.shown('out').props['text']).toBe('2');
  });
});

describe('actions of a script', () => {
  it("do what ToolJet's do, with its parameters", async () => {
    const { app, value } = await run(
      `actions.setVariable('a', 1); actions.setVariable('b', 2); actions.unSetVariable('b');
       actions.setPageVariable('p', 3);
       const seen = [actions.getVariable('a'), actions.getVariable('b'), actions.getPageVariable('p'), variables.a, page.variables.p];
       actions.unsetPageVariable('p'); actions.unsetAllVariables(); actions.unsetAllPageVariables();
       actions.showAlert('warning', 'Careful'); actions.copyToClipboard('text'); actions.setLocalStorage('k', { v: 1 });
       actions.generateFile('report', 'csv', [{ a: 1 }]); actions.goToApp('crm', [['id', 5]]); actions.logout();
       actions.showModal('modal'); actions.toggleAppMode('dark');
       alert('hi'); navigator.clipboard.writeText('copied').then(() => 0).catch(() => 0);
       return [...seen, Object.keys(variables), components.modal.show, globals.theme.name]`
    );
    expect(value).toEqual([1, undefined, 3, 1, 3, [], true, 'dark']);
    expect(app.host.actions).toEqual([
      { kind: 'alert', level: 'warning', message: 'Careful' },
      { kind: 'copy', text: 'text' },
      { kind: 'set-localstorage', key: 'k', value: { v: 1 } },
      { kind: 'download', name: 'report', type: 'csv', data: [{ a: 1 }] },
      { kind: 'go-to-app', slug: 'crm', query: [['id', '5']], newTab: false },
      { kind: 'logout' },
      { kind: 'set-mode', mode: 'dark' },
      { kind: 'alert', level: 'info', message: 'hi' },
      { kind: 'copy', text: 'copied' },
    ]);
  });

  it('run and reset queries by name', async () => {
    const { app, value } = await run(
      'const answer = await actions.runQuery("q", { x: 1 }); const data = queries.q.data; actions.resetQuery("q"); return [answer.data, data, queries.q.data]',
      { queries: [query('q', { bindings: ['parameters.x'] })], answers: { q: call => call.values } }
    );
    expect(value).toEqual([[1], [1], []]);
    expect(app.host.calls).toHaveLength(1);
  });

  it('switch the page by handle with query parameters', async () => {
    const { app } = await run('actions.switchPage("two", [["id", 7]])', { pages: [page('home', []), page('two', [])] });
    expect(app.runtime.read('[page.handle, globals.urlparams.id]')).toEqual(['two', '7']);
    expect(app.host.actions).toEqual([{ kind: 'open-page', page: 'two', handle: 'two', query: [['id', '7']] }]);
  });
});

describe('the network of a script', () => {
  const reply = { status: 200, headers: { 'Content-Type': 'application/json' }, body: { ok: 1 } };

  it('is axios through the host', async () => {
    const app = testApp([], {
      queries: [
        script(
          'q',
          `const api = axios.create({ baseURL: 'https://api.example.com/', headers: { 'X-A': 1 } });
           api.defaults.headers.common.Authorization = 'Bearer x';
           const { data, status } = await api.get('/orders', { params: { page: 2, tag: ['a', 'b'], none: null } });
           await axios.post('https://api.example.com/orders', { n: new Date(0) }, { headers: { b: 'c' } });
           await axios({ url: 'https://x.example.com', method: 'delete' });
           return [data, status];`
        ),
      ],
    });
    app.host.network = () => reply;
    expect(await app.runtime.runQuery('q')).toEqual([{ ok: 1 }, 200]);
    expect(app.host.requests).toEqual([
      {
        method: 'GET',
        url: 'https://api.example.com/orders?page=2&tag%5B%5D=a&tag%5B%5D=b',
        headers: { 'X-A': '1', Authorization: 'Bearer x' },
      },
      {
        method: 'POST',
        url: 'https://api.example.com/orders',
        headers: { b: 'c' },
        body: { n: '1970-01-01T00:00:00.000Z' },
      },
      { method: 'DELETE', url: 'https://x.example.com', headers: {} },
    ]);
  });

  it('fails as axios does, with the response', async () => {
    const app = testApp([], {
      queries: [
        script(
          'q',
          'try { await axios.get("https://a.example.com") } catch (e) { return [e.message, e.response.status, e.response.data] }'
        ),
        script('down', 'try { await axios.get("https://a.example.com") } catch (e) { return [e.message, e.response] }'),
      ],
    });
    app.host.network = () => ({ status: 404, headers: {}, body: 'gone' });
    expect(await app.runtime.runQuery('q')).toEqual(['Request failed with status code 404', 404, 'gone']);
    app.host.network = () => Promise.reject({ code: 'Forbidden', message: 'This host is not allowed', detail: {} });
    expect(await app.runtime.runQuery('down')).toEqual(['This host is not allowed', undefined]);
  });

  it('is fetch through the host', async () => {
    const app = testApp([], {
      queries: [
        script(
          'q',
          `const r = await fetch('https://a.example.com', { method: 'post', body: JSON.stringify({ a: 1 }) });
           return [r.ok, r.status, r.headers.get('content-type'), await r.json(), await r.text()]`
        ),
      ],
    });
    app.host.network = () => reply;
    expect(await app.runtime.runQuery('q')).toEqual([true, 200, 'application/json', { ok: 1 }, '{"ok":1}']);
    expect(app.host.requests).toEqual([{ method: 'POST', url: 'https://a.example.com', headers: {}, body: '{"a":1}' }]);
  });
});
