import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../server/src/determination/model/statement.ts';
import { FINDING_ROWS } from '../../../server/src/determination/readers/statements/findingRows.ts';
import { reviewGrantIn, saysReviewDenied } from '../../../server/src/determination/readers/statements/reviewDenials.ts';
import { affirmationsIn, denialsIn } from '../../../server/src/determination/readers/statements/statements.ts';
import topics from '../../../server/src/determination/readers/statements/topics.json' with { type: 'json' };
import { LetterText } from '../../../server/src/text/letterText.ts';
import { testRows } from '../../support/rowTests.ts';
import { remarkedRowsOf } from '../support/tables.ts';

testRows('findings that take a phrase', FINDING_ROWS);

/** 'no spasm', 'had MRI (knee, left)', 'no physical therapy [time]', 'worker: no numbness'. */
function inWords({ polarity, speaker, value, parts, sides, limits }: Statement): string {
  const where = [...new Set([...parts.map((part) => part.value), ...sides])].join(', ');
  const narrowed = limits.length === 0 ? '' : ` [${limits.map(({ kind }) => kind).join(' ')}]`;
  const said = `${polarity === 'denied' ? 'no' : 'had'} ${value.name}${where === '' ? '' : ` (${where})`}${narrowed}`;
  return speaker === 'worker' ? `worker: ${said}` : said;
}

const read = (text: string): string => {
  const { prose } = new LetterText(text);
  const all = [...denialsIn(prose), ...affirmationsIn(prose)].map(inWords);
  return all.length === 0 ? '-' : all.join('; ');
};

describe('what a text says that there was, and was not', () => {
  test.each(remarkedRowsOf('statements.tsv'))('%s', (text = '', expected = '') => {
    expect(read(text)).toBe(expected);
  });
});

describe('each word of its classes', () => {
  test.each(remarkedRowsOf('statementWords.tsv'))('%s: %s', (sentence = '', expected = '', words = '') => {
    const unread = words.split('|').filter((word) => read(sentence.replace('W', word)) !== expected);
    expect(unread).toEqual([]);
  });
});

test('every topic has a kind that the model knows', () => {
  const kinds = new Set(['treatment', 'finding', 'complaint', 'document', 'fact']);
  expect(Object.values(topics).filter(({ kind }) => !kinds.has(kind))).toEqual([]);
});

describe('whether a sentence says what utilization review refused', () => {
  test.each([
    ['On 11-28-2016, Utilization Review denied the request for an MRI.', true],
    ['UR modified the request to six visits.', true],
    ['The request for therapy was non-certified on 12-1-2016.', true],
    ['The claims administrator did not certify it.', true],
    ['The claims administrator failed to approve it.', true],
    ['The claims administrator failed to mail it.', false],
    ['The prior review found the scan not medically necessary.', true],
    ['The worker denied numbness.', false],
    ['The physician requested an MRI.', false],
    ['Utilization review approved six visits.', false],
  ])('%s', (text, expected) => {
    expect(saysReviewDenied(new LetterText(text).prose)).toBe(expected);
  });
});

describe('where utilization review is said to have allowed some of it', () => {
  const grantedIn = (text: string): string | null => {
    const span = reviewGrantIn(new LetterText(text).prose);
    return span === null ? null : text.slice(span.start, span.end);
  };

  test.each(['Utilization', 'Utilization review', 'UR', 'The claims administrator', 'The utilization reviewer'])(
    '%s',
    (who) => {
      expect(grantedIn(`${who} modified it to six sessions.`)).toBe(`${who.replace('The ', '')} modified`);
      expect(grantedIn(`${who} on Monday certified six sessions.`)).not.toBeNull();
    },
  );

  test.each(
    'previously|prior|previous|earlier|already|last|initially|originally|past|first|would have|could have|not|never|partial|whether|if|another|other'.split(
      '|',
    ),
  )('not where “%s” stands between', (word) => {
    expect(grantedIn(`UR ${word} certified six sessions.`)).toBeNull();
  });

  test.each([
    'UR denied it and certified nothing.',
    'UR failed to approve it, and modified it.',
    'UR certifies.',
    'He modified it.',
  ])('not in “%s”', (text) => {
    expect(grantedIn(text)).toBeNull();
  });
});
