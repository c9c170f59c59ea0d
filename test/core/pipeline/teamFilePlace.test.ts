import { expect, it } from 'vitest';
import { teamFilePlace } from '../../../server/src/pipeline/teamFilePlace.ts';

const place = (letter: string, nearest: string | null, ...opened: readonly string[]): string | null =>
  teamFilePlace({ letter, name: '.imr-ignore.json', nearest, opened });

it('What is decided about a letter is written down in the file that applies, else in its opened folder, else beside it', () => {
  const letter = 'file:///work/letters/2016/a.txt';
  expect(place(letter, 'file:///work/.imr-ignore.json', 'file:///work/letters')).toBe('file:///work/.imr-ignore.json');
  expect(place(letter, null, 'file:///other', 'file:///work/', 'file:///work/letters')).toBe(
    'file:///work/letters/.imr-ignore.json',
  );
  expect(place(letter, null, 'file:///work/let')).toBe('file:///work/letters/2016/.imr-ignore.json');
  expect(place(letter, null)).toBe('file:///work/letters/2016/.imr-ignore.json');
  expect(place('untitled:Untitled-1', null, 'file:///first', 'file:///second')).toBe('file:///first/.imr-ignore.json');
  expect(place('untitled:Untitled-1', null)).toBeNull();
});
