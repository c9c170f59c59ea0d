import { describe, expect, it, test } from 'vitest';
import { findMissing } from '../../../server/src/determination/readers/missing/missing.ts';
import topics from '../../../server/src/determination/readers/missing/topics.json' with { type: 'json' };
import { LetterText } from '../../../server/src/text/letterText.ts';

const missing = (text: string): readonly string[] => findMissing(new LetterText(text).prose).map(({ value }) => value);

describe('what a rationale calls missing', () => {
  test.each([
    ['There is no documentation of functional improvement.', 'functional improvement'],
    [
      'There is a lack of documentation regarding the number of sessions completed to date.',
      'earlier visits and what came of them',
    ],
    ['The records do not document any objective deficits.', 'objective findings'],
    ['There are no red flags.', 'red flags'],
    ['No significant neurological deficits were seen.', 'nerve deficits or radiculopathy'],
    ['Functional improvement has not been documented.', 'functional improvement'],
    ['A treatment plan wasn’t provided.', 'a treatment plan or goals'],
    ['A clear rationale is lacking.', 'a reason for the request'],
    ['There is insufficient evidence of radiculopathy.', 'nerve deficits or radiculopathy'],
    ['The physician failed to document a trial of an antidepressant.', 'other drugs tried first'],
    ['No urine drug screen and no pain agreement were submitted.', 'drug monitoring'],
    ['Without evidence that the worker is homebound, home care cannot be supported.', 'being confined to home'],
    ['There is no indication that conservative care has been tried.', 'conservative care tried first'],
  ])('%s', (text, topic) => {
    expect(new Set(missing(text))).toEqual(new Set([topic]));
  });

  test.each([
    'There is documentation of functional improvement.',
    'The guideline does not recommend imaging without evidence of red flags.',
    'ODG states that more visits are not supported where there is no functional improvement.',
    'Utilization review held that there was no documentation of functional improvement.',
    'The physical exam shows no tenderness.',
    'She has not slept well; functional improvement is documented.',
    'The worker has no job but functional improvement was shown.',
    'Not more than one urine drug screen is noted; a benefit is plain.',
    '',
  ])('nothing in: %s', (text) => {
    expect(missing(text)).toEqual([]);
  });

  it('each topic has a sentence that finds it by each of its names', () => {
    const unfound = Object.entries(topics).flatMap(([topic, named]) =>
      Object.values(named)
        .flat()
        .filter((name) => !missing(`There is no documentation of ${name}.`).includes(topic)),
    );
    expect(unfound).toEqual([]);
  });

  it('says it in the order of the rationale, with its words', () => {
    const text = new LetterText('No red\nflags. There is no evidence of instability.');
    expect(findMissing(text.prose).map(({ span }) => text.written(span))).toEqual(['red\nflags', 'instability']);
  });
});
