import { describe, expect, it } from 'vitest';
import type { Request } from '../../../server/src/determination/model/determination.ts';
import { readRequest } from '../../../server/src/determination/readers/treatments/request.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';

const read = (heading: string): Request => readRequest(new LetterText(heading).prose);

/** 'kind | original | authorized | treatment'. */
function told(heading: string): string {
  const request = read(heading);
  if (request.kind === 'whole') return `whole | ${request.treatment.text}`;
  return [request.kind, request.original.text, request.authorized?.text ?? '-', request.treatment.text].join(' | ');
}

const REMAINING = 'The remaining IMR eligible portion of the original request,';
const ADMINISTRATOR = 'was authorized by the Claims Administrator.';

const STORIES: readonly (readonly [name: string, heading: string, told: string])[] = [
  ['a heading without a story', 'MRI of the left knee', 'whole | MRI of the left knee'],
  [
    'colons and stops in a heading',
    'Labs to include: CBC, 1.5 ml. DOS: 1/2/2017',
    'whole | Labs to include: CBC, 1.5 ml. DOS: 1/2/2017',
  ],
  [
    'the usual story',
    `Massage times 9 was the original request. Massage times 4 ${ADMINISTRATOR} ${REMAINING} massage times 5 is`,
    'remaining | Massage times 9 | Massage times 4 | massage times 5',
  ],
  [
    'without the verb',
    `Soma 350mg #60 was the original request. Soma 350mg #20 ${ADMINISTRATOR} ${REMAINING} Soma 350mg #40`,
    'remaining | Soma 350mg #60 | Soma 350mg #20 | Soma 350mg #40',
  ],
  [
    'the verb with its colon',
    `Soma #60 was the original request. Soma #20 ${ADMINISTRATOR} ${REMAINING} Soma #40 is:`,
    'remaining | Soma #60 | Soma #20 | Soma #40',
  ],
  [
    'colons and stops in the rest',
    `Norco 7.5/325mg, QTY: 90 was the original request. Norco 7.5/325mg, QTY: 30 ${ADMINISTRATOR} ${REMAINING} Norco 7.5/325mg, QTY: 60. DOS: 2/3/2017 is`,
    'remaining | Norco 7.5/325mg, QTY: 90 | Norco 7.5/325mg, QTY: 30 | Norco 7.5/325mg, QTY: 60. DOS: 2/3/2017',
  ],
  [
    'cut by a page break in the middle of the formula',
    'Ten visits was the original\n\frequest. Four visits was authorized by the\n\n\fClaims Administrator. The remaining IMR\neligible portion of the original\n request, six visits is',
    'remaining | Ten visits | Four visits | six visits',
  ],
  [
    'in the plural',
    'Wrist braces were the original request. One brace and one pad were authorized by the Claims Administrator. The remaining IMR eligible portions of the original request, one brace are',
    'remaining | Wrist braces | One brace and one pad | one brace',
  ],
  [
    'misspelt',
    'Ten visits was the orginal reqeust. Four visits was authorised by the Claim Administrator. The remianing IMR eligible portion of the orignal request, six visits is',
    'remaining | Ten visits | Four visits | six visits',
  ],
  [
    'in capitals',
    'TEN VISITS WAS THE ORIGINAL REQUEST. FOUR VISITS WAS AUTHORIZED BY THE CLAIMS ADMINISTRATOR. THE REMAINING IMR ELIGIBLE PORTION OF THE ORIGINAL REQUEST, SIX VISITS IS',
    'remaining | TEN VISITS | FOUR VISITS | SIX VISITS',
  ],
  [
    'other verbs of approval',
    `Ten visits was the original request. Four visits was approved by the Claims Administrator. ${REMAINING} six visits is`,
    'remaining | Ten visits | Four visits | six visits',
  ],
  [
    'only a part of the original',
    `Right wrist arthroscopy with ganglion excision was the original request. Right wrist arthroscopy ${ADMINISTRATOR} ${REMAINING} with ganglion excision is`,
    'remaining | Right wrist arthroscopy with ganglion excision | Right wrist arthroscopy | with ganglion excision',
  ],
  [
    'without what was authorized',
    `Ten visits was the original request. ${REMAINING} six visits is`,
    'remaining | Ten visits | - | six visits',
  ],
  [
    'the administrator first',
    `Ten visits was the original request. The Claims Administrator authorized four visits. ${REMAINING} six visits is`,
    'remaining | Ten visits | four visits | six visits',
  ],
  [
    'another treatment was authorized',
    'Massage (unknown number) was the original request. The Claims Administrator authorized Massage, 3 sessions, leaving the original request IMR eligible. The original request, Massage (unknown number) is',
    'other-authorized | Massage (unknown number) | Massage, 3 sessions | Massage (unknown number)',
  ],
  [
    'another treatment was authorized, cut by a page break',
    'A boot was the original request. The Claims Administrator authorized a shoe, leaving the\n\foriginal request IMR eligible. The original\nrequest, a boot is',
    'other-authorized | A boot | a shoe | a boot',
  ],
  ['a story that breaks off', 'Ten visits was the original request. Four visits was', 'whole | Ten visits'],
  ['nothing', '', 'whole | '],
];

describe('what a heading asks for', () => {
  it.each(STORIES)('%s', (_name, heading, expected) => {
    expect(told(heading)).toBe(expected);
  });

  it('says where each part is', () => {
    const heading = `Ten\nvisits was the original request. Four visits ${ADMINISTRATOR} ${REMAINING} six\n\fvisits is`;
    const request = read(heading);
    const spelled = ({ start, end }: { readonly start: number; readonly end: number }) => heading.slice(start, end);
    expect(request.kind).toBe('remaining');
    if (request.kind !== 'remaining') return;
    expect(spelled(request.original.range)).toBe('Ten\nvisits');
    expect(request.authorized && spelled(request.authorized.range)).toBe('Four visits');
    expect(spelled(request.treatment.range)).toBe('six\n\fvisits');
  });
});
