import { expect, it } from 'vitest';
import { sentenceAround } from '../../../client/src/typing.ts';

/** `|` marks where is typed; the sentence there comes back in brackets. */
function around(marked: string): string {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { start, end } = sentenceAround(text, offset);
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

it.each([
  ['One is done. Two is be|', 'One is done. [Two is be]'],
  ['One is done. Two is| here. Three', 'One is done. [Two is here. ]Three'],
  ['One is done.\nTwo is\nbe| here. Three\nis next.', 'One is done.\n[Two is\nbe here. ]Three\nis next.'],
  ['He takes 1.5| mg\nof it. Then', '[He takes 1.5 mg\nof it. ]Then'],
  ['It is. |', 'It is. []'],
  ['HEADING\n\nMRI: Up|\n\nClaims', 'HEADING\n\n[MRI: Up\n\n]Claims'],
  ['HEADING\r\n \r\nMRI|\r\n\r\nClaims', 'HEADING\r\n \r\n[MRI\r\n\r\n]Claims'],
  ['|', '[]'],
])('%j', (marked, expected) => {
  expect(around(marked)).toBe(expected);
});

it('stays near in a text without sentences', () => {
  const { start, end } = sentenceAround('word '.repeat(5000), 12_000);
  expect(end - start).toBeLessThanOrEqual(1200);
});
