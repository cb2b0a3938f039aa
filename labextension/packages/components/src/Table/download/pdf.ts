/** The rows of a table as a PDF: landscape A4 pages with a repeated header, page numbers, text one can select. */

import type { Column } from '../columns';
import { show } from '../formats';
import { valueAt, type Row } from '../guards';
import { latin, widthOf } from './glyphs';

const page = { width: 842, height: 595, margin: 36, line: 16, size: 8 };
const linesPerPage = Math.floor((page.height - 2 * page.margin - 40) / page.line);

interface Place {
  column: Column;
  left: number;
  width: number;
}

/** The document as text in which every character is one byte. */
export function pdf(title: string, columns: readonly Column[], rows: readonly Row[]): string {
  const places = placesOf(columns);
  const count = Math.max(1, Math.ceil(rows.length / linesPerPage));
  const pages = Array.from({ length: count }, (_, index) => {
    const part = rows.slice(index * linesPerPage, (index + 1) * linesPerPage);
    return drawPage(title, places, part, `${index + 1} / ${count}`);
  });
  return assemble(pages);
}

function placesOf(columns: readonly Column[]): Place[] {
  const room = page.width - 2 * page.margin;
  const total = columns.reduce((sum, column) => sum + column.width, 0) || 1;
  let left = page.margin;
  return columns.map(column => {
    const width = (column.width / total) * room;
    left += width;
    return { column, left: left - width, width };
  });
}

function drawPage(title: string, places: readonly Place[], rows: readonly Row[], number: string): string {
  const top = page.height - page.margin;
  const head = top - 24;
  const parts = [
    text(title, page.margin, top - 8, 'F2', 12),
    text(number, page.width - page.margin - widthOf(number, page.size), page.margin - 14, 'F1', page.size),
    ...places.map(place => draw(place, place.column.name, head - 8, 'F2')),
    rule(head - 14, 0.6),
  ];
  rows.forEach((row, index) => {
    const base = head - 8 - (index + 1) * page.line;
    parts.push(...places.map(place => draw(place, show(valueAt(row, place.column.key), place.column), base, 'F1')));
    parts.push(rule(base - 5, 0.88));
  });
  return parts.join('\n');
}

function draw(place: Place, words: string, base: number, font: string): string {
  const fitted = fit(latin(words.replace(/\s+/g, ' ')), place.width - 6);
  const shift = place.column.align === 'right' ? place.width - 6 - widthOf(fitted, page.size) : 0;
  return text(fitted, place.left + shift, base, font, page.size);
}

function fit(words: string, room: number): string {
  if (widthOf(words, page.size) <= room) return words;
  let length = Math.min(words.length, Math.ceil(room / 1.6));
  while (length > 0 && widthOf(words.slice(0, length), page.size) + 7 > room) length -= 1;
  return `${words.slice(0, length).trimEnd()}...`;
}

function text(words: string, left: number, base: number, font: string, size: number): string {
  const safe = latin(words).replace(/[\\()]/g, '\\$&');
  return `BT /${font} ${size} Tf ${left.toFixed(1)} ${base.toFixed(1)} Td (${safe}) Tj ET`;
}

function rule(base: number, grey: number): string {
  return `${grey} G 0.5 w ${page.margin} ${base.toFixed(1)} m ${page.width - page.margin} ${base.toFixed(1)} l S`;
}

function assemble(pages: readonly string[]): string {
  const kids = pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents ${6 + index * 2} 0 R ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return withOffsets(objects);
}

function withOffsets(objects: readonly string[]): string {
  const parts = ['%PDF-1.4\n'];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  objects.forEach((object, index) => {
    const written = `${index + 1} 0 obj\n${object}\nendobj\n`;
    offsets.push(length);
    length += written.length;
    parts.push(written);
  });
  const lines = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`);
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`);
  return parts.join('');
}
