/** Which servers the page may ask by itself. */
import { afterEach, expect, test } from 'vitest';
import { candidates, pageBase } from '../src/address';

afterEach(() => {
  document.head.replaceChildren();
  delete document.body.dataset.baseUrl;
});

function configured(config: unknown): void {
  const script = document.createElement('script');
  script.id = 'jupyter-config-data';
  script.type = 'application/json';
  script.textContent = JSON.stringify(config);
  document.head.append(script);
}

const { origin } = new URL(document.baseURI);

test('JupyterLab says where its server is', () => {
  configured({ baseUrl: '/user/ada/' });
  expect(pageBase(document)).toBe(`${origin}/user/ada/`);
});

test('a page without Jupyter says nothing', () => {
  expect(pageBase(document)).toBeUndefined();
  configured({ appName: 'another' });
  expect(pageBase(document)).toBeUndefined();
});

test('the page’s own address comes before the kernel’s', () => {
  configured({ baseUrl: '/lab-here' });
  expect(candidates(document, `${origin}/kernel-says`)).toEqual([`${origin}/lab-here/`, `${origin}/kernel-says/`]);
});

test('a server of another origin is left to the kernel', () => {
  expect(candidates(document, 'http://10.0.0.7:8888/')).toEqual([]);
});
