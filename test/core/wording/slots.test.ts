import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { isMistakenFor, sounded, soundOf } from '../../../server/src/wording/confusions/likeness.ts';
import { SLOTS } from '../../../server/src/wording/confusions/slots.ts';
import { wordingOf } from '../../../server/src/wording/language.ts';

const isMistaken = (written: string, meant: string, isUsual: boolean): boolean =>
  isMistakenFor(sounded(written), sounded(meant), isUsual);

/** What is marked in a text, with what it may be meant for. */
const found = (text: string): readonly string[] => {
  const passage = wordingOf(new LetterText(text).prose);
  return [...SLOTS.find(passage)].map(
    ({ first, end, rights }) => `${passage.reading.tokens.slice(first, end)}: ${rights.join(', ')}`,
  );
};

/** Each slot, with a slip in each of the words that it has: 'closedAfter: rotator _: cfuf=cuff'. */
const lines = readFileSync(new URL('slots.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test.each(lines)('%s', (line) => {
  const [, slot = '', slips = ''] = line.split(': ');
  for (const slip of slips.split(' ')) {
    const [wrong = '', right = ''] = slip.split('=');
    const marked = found(slot.replace('_', wrong)).filter((each) => each.startsWith(`${wrong}: `));
    expect(
      marked.some((each) => each.slice(wrong.length).split(/[:,] /).includes(right)),
      slip,
    ).toBe(true);
    expect(found(slot.replace('_', right)), right).toEqual([]);
  }
});

test.each([
  'Straight leg race was positive.',
  'The tendon rapture was repaired.',
  'A taut ban was felt.',
  'There were no red flacks.',
  'He hurt the left heal.',
  'The interior drawer test was positive.',
])('a right word in the wrong slot: %s', (sentence) => {
  expect(found(sentence)).toHaveLength(1);
});

test.each([
  'The request was modified due to an initial trial.',
  'Medial meniscal tearing was seen.',
  'The home exercise programme is old.',
  'Pain control was good, and light therapy was given.',
  'The left band and the right word are old.',
  'The rotator interval was open.',
  'The bruise has faded.',
  'The claim was filmed, and the notes were routed.',
  'Straight leg raises were negative; the leg race was lost.',
])('nothing is wrong in: %s', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

test('words are like each other by their letters or their sound, not by being forms of one', () => {
  expect([isMistaken('tough', 'touch', true), isMistaken('sight', 'site', true)]).toEqual([true, true]);
  expect([isMistaken('injections', 'injection', false), isMistaken('therapist', 'therapy', false)]).toEqual([
    false,
    false,
  ]);
  expect([isMistaken('extinction', 'extension', false), isMistaken('extinction', 'extension', true)]).toEqual([
    true,
    false,
  ]);
  expect(soundOf('sight')).toBe(soundOf('cite'));
});
