import { describe, expect, test } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import recordContradiction from '../../server/src/rules/record-contradiction.ts';
import { letterText } from './features/support.ts';
import { remarkedRowsOf } from './support/tables.ts';

const rows = remarkedRowsOf('../contradictions.tsv');

const marked = (heading: string, summary: string, rationale: string): readonly string[] => {
  const letter = parseDetermination(
    letterText({
      summary: `The injured worker is a 52 year old male who was hurt on 11/03/2016. ${summary}`,
      issues: `${heading}: Upheld\n\nDecision rationale: ${rationale} The request is not medically necessary.\n`,
    }),
  );
  return checkDetermination(letter, [recordContradiction], {}, defaultContext()).map(({ span }) =>
    letter.text.written(span),
  );
};

describe('what the summary says and the rationale denies', () => {
  test.each(rows)('%s | %s | %s', (heading = '', summary = '', rationale = '', words = '') => {
    expect(marked(heading, summary, rationale)).toEqual(words === '-' ? [] : [words]);
  });
});
