import { expect, test } from 'vitest';
import {
  isDenying,
  isOfJoint,
  isSetApart,
  pairsSaid,
  sidesAlone,
} from '../../../server/src/determination/readers/anatomy/oneSide.ts';
import { findSides } from '../../../server/src/determination/readers/anatomy/sides.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const prose = (text: string) => new LetterText(text).prose;

const APART =
  'than|compared|comparison|unlike|versus|vs|whereas|while|contralateral|opposite|other|equal|equally|similar|same|both|either|neither|also|too|likewise|uninjured|uninvolved|unaffected|healthy|normal|unremarkable|freely|intact|prior|previous|previously|earlier|former|formerly|old|past|history|overuse|compensating|spread|now|later|new|if|would|should|full motion|full strength|full range';
const DENIED = 'denies|denied|negative|unclear|unknown|uncertain';
const SMALL =
  'the|and|for|with|was|were|are|has|had|have|his|her|this|that|from|but|there|been|which|who|patient|worker|she|showed|shows|noted|reported|examination|exam|request|medically|necessary|requested|treatment|pain|years|old|year';

test.each([...APART.split('|').map((word) => `The right knee ${word} hurts.`), 'On 4/9/2016 the right knee hurt.'])(
  'sets a side or a time apart: %s',
  (text) => expect(isSetApart(prose(text))).toBe(true),
);

test('does not where nothing does', () => expect(isSetApart(prose('The right knee hurts.'))).toBe(false));

test.each([...DENIED.split('|').map((word) => `The test was ${word}.`), 'There was no click.'])('denies: %s', (text) =>
  expect(isDenying(prose(text))).toBe(true),
);

test('does not deny', () => expect(isDenying(prose('The test was positive.'))).toBe(false));

test('gives the pairs of words that are said of a part, without its name, its side, and treatments', () => {
  const text = 'The right knee click sounds loud, and physical therapy of the left knee helps on hot days.';
  expect([...pairsSaid(prose(text))]).toEqual(['click sounds', 'sounds loud', 'hot days']);
});

test.each(SMALL.split('|'))('says nothing: %s', (word) => {
  expect([...pairsSaid(prose(`Loud ${word} click.`))]).toEqual([]);
});

test.each([
  ['The joint on the right is sore.', true],
  ['The limb on the right is sore.', true],
  ['The extremity on the right is sore.', true],
  ['On the right side it is sore.', true],
  ['The pain on the right is new.', false],
])('a side of a joint without its name: %s', (text, expected) => {
  const letter = prose(text);
  const [side] = findSides(letter);
  expect(side !== undefined && isOfJoint(letter, side.span)).toBe(expected);
});

test.each([
  ['The right has not been examined.', ['right']],
  ['For the left, nothing is planned; the right is sound.', ['left', 'right']],
  ['Care of the left would come next, and the right does well.', ['left', 'right']],
  ['The left knee hurts; she has the right to appeal and left work.', []],
  ['It hurts on his left.', []],
])('sides without a part: %s', (text, sides) => {
  expect(sidesAlone(prose(text))).toEqual(sides);
});
