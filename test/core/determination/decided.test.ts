import { describe, expect, test } from 'vitest';
import { findDecided } from '../../../server/src/determination/readers/treatments/decided.ts';
import { DECIDED_AFTER, DECIDED_BEFORE } from '../../../server/src/determination/readers/treatments/decidedRows.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('what comes before a treatment that is decided', DECIDED_AFTER);
testRows('what comes after it', DECIDED_BEFORE);

/** Each treatment as it is written, and the parts that it is of. */
const decidedIn = (text: string): readonly string[] =>
  findDecided(new LetterText(text).prose).map(({ span, parts }) => {
    const of = parts.map(({ value, level }) => (level === null ? value : `${value} ${nameOf(level)}`));
    return [text.slice(span.start, span.end), ...of].join(' | ');
  });

type Level = NonNullable<ReturnType<typeof findDecided>[number]['parts'][number]['level']>;
const nameOf = ({ from, to }: Level): string => `${from.region}${from.number}-${to.region}${to.number}`;

describe('the treatments that a rationale decides', () => {
  test.each([
    ['The requested MRI of the left knee is premature.', ['MRI | knee']],
    ['Therefore the currently requested number of massage sessions exceeds it.', ['massage']],
    ['The request for a repeat lumbar MRI is early.', ['MRI | low-back']],
    ['She meets the criteria for an L4-5 epidural steroid injection.', ['epidural steroid injection | low-back L4-L5']],
    [
      'The necessity of the requested acupuncture for the neck and the right shoulder is not shown.',
      ['acupuncture | neck | shoulder'],
    ],
    ['There is nothing to warrant further EMG of both arms.', ['EMG | upper-extremity']],
    ['The nerve conduction studies in question are for the neck.', ['nerve conduction studies']],
    [
      'The requested epidural steroid injection at L3-L4 and the L4-5 level is not.',
      ['epidural steroid injection | low-back L3-L4 | low-back L4-L5'],
    ],
    ['The treatment in question is a discectomy at C5-6, C6-7.', ['discectomy | neck C5-C6 | neck C6-C7']],
    ['An MRI was done. Acupuncture helped. Massage is recommended.', []],
    ['The request was received with an MRI.', []],
  ])('%s', (text, expected) => {
    expect(decidedIn(text)).toEqual(expected);
  });
});
