import { describe, expect, test } from 'vitest';
import { saysNothing } from '../../../server/src/determination/readers/leadIns/leadIns.ts';
import { LEAD_INS } from '../../../server/src/determination/readers/leadIns/vocabulary.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';

testRows('what announces', LEAD_INS);

const isEmpty = (text: string): boolean => saysNothing(new LetterText(text).prose);

/** `text` with each of some words in place of its '#'. */
const each = (text: string, words: string): readonly string[] =>
  words.split('|').map((word) => text.replace('#', word));

describe('nothing follows', () => {
  test.each([
    '',
    '•\n•\n',
    '1.\n2.\n(3)',
    'The following documents were reviewed:\n•\n•',
    'The following documents were reviewed:\n1.\n2.',
    'The following relevant medical records from both sides were received and considered.',
    'The expert reviewer wrote the following case history:',
    'The following is the summary.\n\nThe records below are as follows:',
    'The following were received:',
    'What was before us is as follows:',
    ...each(
      'The following # were reviewed:',
      'document|documents|documentation|evidence|files|items|materials|papers|records|reports',
    ),
    ...each('The papers # below:', 'announced|enumerated|given|identified|itemized|listed|named|noted|set forth|shown'),
    ...each(
      'The following records were #.',
      'considered|evaluated|examined|provided|received|reviewed|submitted|used|as follows|looked at, as below',
    ),
    ...each(
      'Our physician # the following summary from all that is in the #.',
      'developed|prepared|has written|drafts',
    ).flatMap((text) => each(text, 'file|records|history|summary')),
    ...each('The records #:', 'include|comprise|received are|we have were'),
    ...each('# records that we had include:', 'The|These|Those|Such'),
  ])('%s', (text) => expect(isEmpty(text)).toBe(true));
});

describe('something is said', () => {
  test.each([
    'The following documents were reviewed: the application.',
    'The following documents were reviewed:\n1. Application',
    'The following documents were reviewed and included a report of May.',
    'The following records: none.',
    'The expert reviewer wrote the following history: She fell.',
    'The expert reviewer wrote the following history from the records she fell in May.',
    'The patient fell.',
    'Diagnoses are as follows: a strain.',
    'Medical records were reviewed.',
    'The following documents were reviewed. The application.',
    'The following note: visits were as follows: none.',
    `The following documents were reviewed:${' and'.repeat(101)}`,
  ])('%s', (text) => expect(isEmpty(text)).toBe(false));
});
