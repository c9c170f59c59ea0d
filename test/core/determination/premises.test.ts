import { describe, expect, test } from 'vitest';
import { readConclusion } from '../../../server/src/determination/readers/conclusion/conclusion.ts';
import { PREMISE_ROWS } from '../../../server/src/determination/readers/premises/vocabulary.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('what became of a thing that is named after it', PREMISE_ROWS);

const HEADING = 'Crutches';

/** What a rationale says of other things: '+ the surgery', '- the knee arthroscopy'. */
function premisesIn(rationale: string): readonly string[] {
  const { prose } = new LetterText(`${HEADING}\n\n${rationale}`);
  const heading = prose.slice(0, HEADING.length);
  const body = prose.slice(prose.text.indexOf(rationale.slice(0, 12)), prose.length);
  return readConclusion(body, heading)
    .premises.filter(({ treatment }) => treatment?.name !== 'crutch')
    .map(({ value, name }) => `${value === 'necessary' ? '+' : '-'} ${prose.whole.within(name).text}`);
}

describe('what a rationale says of an operation or of a treatment by name', () => {
  test.each([
    ['As the surgery is medically necessary, crutches are.', ['+ the surgery']],
    ['Since the procedure is certified, they are due.', ['+ the procedure']],
    ['With the surgery denied, there is no need.', ['- the surgery']],
    ['Because the knee arthroscopy has been approved, the request is medically necessary.', ['+ the knee arthroscopy']],
    ['The rotator cuff repair is appropriate, and crutches are usual.', ['+ The rotator cuff repair']],
    ['The surgery itself does not meet criteria.', ['- The surgery']],
    ['The concurrent request for lumbar fusion is medically necessary.', ['+ lumbar fusion']],
    ['The medical necessity of the fusion has not been established.', ['- the fusion']],
    ['Given that the naproxen was not medically necessary, this is not.', ['- the naproxen']],
    ['The necessity of the request for the surgery is not shown.', ['- the surgery']],
    ['Given the medical necessity of the surgery, it is due.', ['+ the surgery']],
    ['There is no indication for the operation, and so it falls.', ['- the operation']],
    ['It follows the approved fusion.', ['+ fusion']],
    ['That the surgery has been approved does not make crutches necessary too.', []],
    ['Without an approved operation it is moot.', ['- operation']],
    ['As the injection is not medically necessary, this is not.', ['- the injection']],
    ['With the block approved, it is due.', ['+ the block']],
    ['Since I upheld the denial of the arthroscopy, they are not needed.', ['- the arthroscopy']],
    ['As I have overturned the denial of the fusion, they are due.', ['+ the fusion']],
    ['Because I have allowed the arthroscopy, they follow.', ['+ the arthroscopy']],
    ['I have denied the fusion, and so this falls.', ['- the fusion']],
    ['There is to be no surgery, so they are not needed.', ['- surgery']],
    ['Inasmuch as the surgery is medically necessary, they are due.', ['+ the surgery']],
    ['Since item 1 is not medically necessary, they are not.', ['- item 1']],
    ['The surgery has been determined under issue 1 to be medically necessary.', ['+ issue 1']],
    ['As the first request is not medically necessary, this one is not.', ['- the first request']],
    ['Because request #3 was denied above, they fall.', ['- request #3']],
    ['Given the denial of issue no. 2, they fall.', ['- issue no. 2']],
    ['As item number 3 is medically necessary, this is.', ['+ item number 3']],
    ['As issue number 3 is medically necessary, this is.', ['+ issue number 3']],
    ['As request number 3 is medically necessary, this is.', ['+ request number 3']],
    ['As number 3 is medically necessary, this is.', ['+ number 3']],
    ['As the second dispute is medically necessary, this is.', ['+ the second dispute']],
    ['Since the first request falls, so must this one.', ['- first request']],
    ...['has fallen', 'has failed', 'goes down'].map((fate): [string, string[]] => [
      `Because item 2 ${fate}, so must this one.`,
      ['- item 2'],
    ]),
    ...['has succeeded', 'goes forward', 'goes ahead'].map((fate): [string, string[]] => [
      `Because item 2 ${fate}, so must this one.`,
      ['+ item 2'],
    ]),
    ...['was overturned', 'is overturned', 'has been overturned'].map((fate): [string, string[]] => [
      `Item 2 ${fate}, so this is due.`,
      ['+ Item 2'],
    ]),
    ...['was upheld', 'is upheld', 'has been upheld'].map((fate): [string, string[]] => [
      `Item 2 ${fate}, so this falls.`,
      ['- Item 2'],
    ]),
    ['Item 2 having been overturned, this is due.', ['+ Item 2']],
    ['Item 2 having been upheld, this falls.', ['- Item 2']],
    ['Once the arm is mended, as it will be under the first item, they are due.', ['+ first item']],
    ['After the repair, which is allowed under item 1, they are due.', ['+ item 1']],
    ['They follow the allowed fusion.', ['+ fusion']],
    ['Once the arm is mended, as it may be under the first item, they are due.', []],
    ['What was asked for under item 1 is a brace.', []],
    ...['granted', 'allowed', 'approved', 'authorized', 'certified', 'overturned'].flatMap(
      (word): [string, string[]][] => [
        [`They go with the fusion ${word} above.`, ['+ the fusion']],
        [`They go with the fusion ${word} in this determination.`, ['+ the fusion']],
      ],
    ),
    ...['is', 'was', 'has been', 'is now'].map((verb): [string, string[]] => [
      `They go with the surgery, which ${verb} granted above.`,
      ['+ the surgery'],
    ]),
    ['They go with the surgeries that were granted above.', ['+ the surgeries']],
    ['They go with the surgeries that have now been granted above.', ['+ the surgeries']],
    ['They go with the surgery being granted above.', ['+ the surgery']],
    ['They go with the surgery, which was not granted above.', []],
    ['They go with rest, as granted above.', []],
    ['If they go with the surgery granted above, they are due.', []],
    ['In light of the decision to allow the surgery, they are due.', ['+ the surgery']],
    ['Having granted the surgery, I grant them.', ['+ the surgery']],
    ['Having denied the surgery, I deny them.', ['- the surgery']],
    ['Given my decision to refuse the surgery, they fall.', ['- the surgery']],
    ['The surgery was approved in 2012, but not by me.', []],
    // Not so: a condition, a question, another one, what others said, no name.
    ['Item 4 of the criteria is not met.', []],
    ['The first request was denied in May 2014.', []],
    ['If item 1 is not medically necessary, this is not.', []],
    ['If item 1 falls, so must this one.', []],
    ['Item 9792 is not medically necessary.', []],
    ['As items 1-3 are not medically necessary, this is not.', []],
    ['I have not allowed the arthroscopy.', []],
    ['There was no surgery. There is no surgery in his history.', []],
    ['If I had allowed the arthroscopy, they would follow.', []],
    ['If the surgery is approved, crutches would be needed.', []],
    ['Whether the surgery is approved is not known.', []],
    ['The prior surgery was approved. A second surgery is not supported.', []],
    ['The first injection was approved. A repeat block is not supported.', []],
    ['Utilization review certified the surgery.', []],
    ['The surgery was certified by utilization review.', []],
    ['Although the surgery is medically necessary, they are not.', []],
    ['Without the surgery, nothing is needed.', []],
    ['The surgeon is supported by the notes.', []],
    ['The request is contingent on approval of the surgery.', []],
  ])('%s', (rationale, expected) => {
    expect(premisesIn(rationale)).toEqual(expected);
  });
});
