import { describe, expect, test } from 'vitest';
import { isoDate } from '../../../server/src/determination/readers/dates/calendar.ts';
import { clauseAround, isOfOtherOccasion } from '../../../server/src/determination/readers/shared/otherOccasion.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

/** Of 'N' in a sentence. */
const isOther = (sentence: string): boolean => {
  const { prose } = new LetterText(sentence.replace('N', '27'));
  const at = prose.text.indexOf('27');
  return isOfOtherOccasion(prose, prose.span(at, at + 2), isoDate(2016, 8, 1));
};

const each = (sentence: string, words: string): readonly string[] =>
  words.split('|').map((word) => sentence.replace('#', word));

describe('a number of another time, or of a sum', () => {
  test.each([
    'It counted the N visits of 2009, too.',
    'In 2014 the surgeon asked for N visits.',
    'The N visits that were asked for in May of 2015 are over.',
    'In May 2014, utilization review denied N visits.',
    'On 2-3-2016, utilization review refused the request for the N visits.',
    ...each(
      'The # asked for N visits.',
      'earlier request|previous request|former request|prior request|prior requests',
    ),
    ...each('# N visits were asked for.', 'Formerly|Previously|At that time|Back then|Last year'),
    ...each('He asked for N visits #.', 'years ago|months ago|in the first request|in another request'),
    ...each(
      'N visits were asked for under #.',
      'another claim|another injury|another episode|the other claim|the other injury',
    ),
    ...each('It comes to N visits #.', 'in all|all told|all together|altogether|taken together'),
    ...each(
      '# N visits.',
      'They added|They sum to|They tally|They add up to|Together they are|Together make|Together come to',
    ),
    ...each(
      '# N visits.',
      'It would bring the total to|It brings the total to|It brought the total to|The total would be|As a grand total|The running total is|The sum is',
    ),
    'With N visits on top of these it would be too much.',
  ])('%s', (sentence) => expect(isOther(sentence)).toBe(true));
});

describe('a number of the request', () => {
  test.each([
    'The N visits requested are more than enough.',
    'On 11-2-2016, N visits were requested.',
    'In 2016 N visits were requested.',
    ...each('After # 2009 N visits are requested.', 'the injury of|the accident of|the fall of|the incident of'),
    ...each('The worker, # in 2009, asks for N visits.', 'injured|hurt'),
    'He fell in 2009, and N visits are requested.',
    'The chart of 2009 was lost. N visits are requested.',
    'On 13-45-2009 N visits were requested.',
  ])('%s', (sentence) => expect(isOther(sentence)).toBe(false));
});

test('the words around a number go on after its clause, and no further than some words', () => {
  const { prose } = new LetterText(
    'He saw that the 27 visits that were asked for the neck are over, and since that day the back is worse.',
  );
  const at = prose.text.indexOf('27');
  expect(clauseAround(prose, prose.span(at, at + 2)).text).toContain('the neck');
  expect(clauseAround(prose, prose.span(at, at + 2)).text).not.toContain('worse');
});
