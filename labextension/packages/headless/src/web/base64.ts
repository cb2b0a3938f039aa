/** `atob` and `btoa`: bytes as base64 text, a byte in each letter. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function wrong(message: string): Error {
  return Object.assign(new Error(message), { name: 'InvalidCharacterError' });
}

export function btoa(given: unknown): string {
  const text = String(given);
  let result = '';
  for (let at = 0; at < text.length; at += 3) {
    const bytes = [0, 1, 2].map(next => text.charCodeAt(at + next));
    if (bytes.some(byte => byte > 255)) throw wrong('The string has characters outside of the Latin1 range');
    const [first = 0, second = NaN, third = NaN] = bytes;
    const bits = (first << 16) | ((second || 0) << 8) | (third || 0);
    const letters = [18, 12, 6, 0].map(shift => LETTERS.charAt((bits >> shift) & 63));
    if (Number.isNaN(second)) letters[2] = '=';
    if (Number.isNaN(third)) letters[3] = '=';
    result += letters.join('');
  }
  return result;
}

export function atob(given: unknown): string {
  const text = String(given).replace(/[\t\n\f\r ]/g, '');
  const letters = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : text;
  if (letters.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(letters)) throw wrong('The string is not correctly encoded');
  let result = '';
  let bits = 0;
  let count = 0;
  for (const letter of letters) {
    bits = ((bits << 6) | LETTERS.indexOf(letter)) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += String.fromCharCode((bits >> count) & 255);
  }
  return result;
}
