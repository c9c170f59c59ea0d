import { describe, expect, test } from 'vitest';
import { readReviewed } from '../../../server/src/determination/readers/reviewed/reviewed.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const reviewedIn = (summary: string): readonly string[] =>
  readReviewed(new LetterText(summary).prose).map(({ value, words }) => `${value}: ${words.text}`);

describe('what a summary says utilization review did with each treatment', () => {
  test.each([
    ['UR denied the cold therapy unit, the sling and crutches.', ['the cold therapy unit', 'the sling', 'crutches']],
    [
      'Utilization review did not certify the requests for an MRI of the knee and a TENS unit.',
      ['an MRI of the knee', 'a TENS unit'],
    ],
    ['The TENS unit and acupuncture were not approved by utilization review.', ['The TENS unit', 'acupuncture']],
    ['An MRI of the knee was found not medically necessary by utilization review.', ['An MRI of the knee']],
    ['Utilization review determined that an MRI of the knee was not medically necessary.', ['an MRI of the knee']],
    ['The carrier declined to authorize acupuncture as well as a gym membership.', ['acupuncture', 'a gym membership']],
    ['UR’s denial of acupuncture was dated 11-28-2016.', ['acupuncture']],
    ['UR: MRI of the knee - denied; TENS unit - denied.', ['MRI of the knee', 'TENS unit']],
    ['Utilization review noncertified the following: naproxen & tramadol.', ['naproxen', 'tramadol']],
    ['The requests of 11-18-2016 for acupuncture and massage were turned down.', ['acupuncture', 'massage']],
    ['The carrier refused naproxen, citing the lack of omeprazole.', ['naproxen']],
    ['A sling and a TENS unit were denied on 12/22/2016.', ['A sling', 'a TENS unit']],
    ['A sling and acupuncture were non-certified by UR on 12/22/2016.', ['A sling', 'acupuncture']],
    ['The request for physical therapy was denied, as she had an MRI before.', ['physical therapy']],
  ])('denied: %s', (summary, expected) => {
    expect(reviewedIn(summary)).toEqual(expected.map((words) => `denied: ${words}`));
  });

  test.each([
    [
      'Utilization review approved the MRI; naproxen and tramadol were denied.',
      ['authorized: the MRI', 'denied: naproxen', 'denied: tramadol'],
    ],
    ['Utilization review modified the request for acupuncture.', ['modified: acupuncture']],
    ['The request for tramadol was authorized.', ['authorized: tramadol']],
    [
      'The MRI of the knee was certified, and acupuncture was denied by utilization review.',
      ['authorized: The MRI of the knee', 'denied: acupuncture'],
    ],
    // Not what utilization review did, or not in this case.
    ['The worker denied chest pain and the use of tramadol.', []],
    ['Chest pain and the use of tramadol were denied.', []],
    ['On 12/22/2016 the worker denied chest pain and the use of tramadol.', []],
    ['The physician denied the request for a note and prescribed tramadol.', []],
    ['A lumbar MRI was denied by UR in the past.', []],
    ['Utilization review may authorize acupuncture.', []],
    ['Utilization review denied the work note.', []],
  ])('%s', (summary, expected) => {
    expect(reviewedIn(summary)).toEqual(expected);
  });
});
