import { expect, test } from 'vitest';
import { sentencesOf } from '../../support/readings.ts';

test.each([
  ['He was seen by Dr. J. Roe, e.g. for pain. It helped.', ['He was seen by Dr. J. Roe, e.g. for pain.', 'It helped.']],
  ['This is documented.In this case it is not.', ['This is documented.', 'In this case it is not.']],
  [
    'It was so in 2016.In May it was 8/10.At L4-5.Then 1.Norco and 9792.24.2 were named.',
    ['It was so in 2016.', 'In May it was 8/10.', 'At L4-5.', 'Then 1.Norco and 9792.24.2 were named.'],
  ],
  [
    'See section 3.3.9 and pg. 607. The request is denied.',
    ['See section 3.3.9 and pg. 607.', 'The request is denied.'],
  ],
  ['Seen in the U.S.A. and abroad. Pain is 7.5/10.', ['Seen in the U.S.A. and abroad.', 'Pain is 7.5/10.']],
  ['One p.o. b.i.d. #60 at 5 p.m. The rest is left.', ['One p.o. b.i.d. #60 at 5 p.m.', 'The rest is left.']],
  ['1. The first. 2. The second.', ['1. The first.', '2. The second.']],
  ['He said "It hurts." The exam is normal!', ['He said "It hurts."', 'The exam is normal!']],
  ['He takes vitamin D. The dose is low.', ['He takes vitamin D.', 'The dose is low.']],
  [
    'There was none (see p. 12). It is 2015. 12 visits were made.',
    ['There was none (see p. 12).', 'It is 2015.', '12 visits were made.'],
  ],
  [
    'In Dec. 2015 he fell. On Sept. 3rd and Oct. 9, 2016, it was denied. She was seen in Jan. The knee is worse.',
    [
      'In Dec. 2015 he fell.',
      'On Sept. 3rd and Oct. 9, 2016, it was denied.',
      'She was seen in Jan.',
      'The knee is worse.',
    ],
  ],
  [
    'From Nov. – Feb. 2016 he rested. It was Aug. ’15. In Mar. 12 visits were made. It was denied in Dec. 12 visits followed.',
    [
      'From Nov. - Feb. 2016 he rested.',
      'It was Aug. ’15.',
      'In Mar. 12 visits were made.',
      'It was denied in Dec.',
      '12 visits followed.',
    ],
  ],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('a paragraph ends a sentence', () => {
  expect(sentencesOf('Request for\ntherapy of the neck\n\nThe records are short.\nThey say so.')).toEqual([
    'Request for therapy of the neck',
    'The records are short.',
    'They say so.',
  ]);
});

test('where no full stop is for a thousand words, a sentence ends all the same', () => {
  expect(sentencesOf('and '.repeat(2500)).map((sentence) => sentence.split(' ').length)).toEqual([1000, 1000, 500]);
});
