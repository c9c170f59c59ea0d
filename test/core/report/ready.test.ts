import { describe, expect, it } from 'vitest';
import { parseDetermination, parseLetters } from '../../../server/src/determination/parse.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { checkLetter } from '../../../server/src/pipeline/checkLetter.ts';
import { questionsForReviewer } from '../../../server/src/report/ready/questions.ts';
import { readyPage } from '../../../server/src/report/ready/readyPage.ts';
import { readyText } from '../../../server/src/report/ready/readyText.ts';
import {
  letterFingerprint,
  type ReadyContext,
  type ReadyVerdict,
  readyVerdict,
} from '../../../server/src/report/ready/verdict.ts';
import { fingerprint } from '../../../server/src/team/fingerprint.ts';
import { nothingPutAside, type PutAsideEntry } from '../../../server/src/team/putAside.ts';
import { CLEAN_LETTER, LETTER_WITH_FINDINGS } from '../../support/letters.ts';

const CONTEXT: ReadyContext = {
  file: 'a.txt',
  made: '2026-01-02',
  version: '1.0.0',
  missing: '',
  rulesOff: [],
  isSpelled: true,
};

function verdictOf(
  text: string,
  context: Partial<ReadyContext> = {},
  putAside: (letter: ReturnType<typeof parseDetermination>) => readonly PutAsideEntry[] = () => [],
): ReadyVerdict {
  const letter = parseDetermination(text);
  const entries = putAside(letter);
  const policy = {
    severities: {},
    putAside: entries.length === 0 ? nothingPutAside : () => entries,
    words: [],
    guidelines: defaultCatalogue(),
  };
  return readyVerdict([checkLetter(letter, 'a.txt', { policy, dictionary: null })], { ...CONTEXT, ...context });
}

describe('whether a letter may go out', () => {
  it('may where nothing is open, and all was read and looked for', () => {
    expect(verdictOf(CLEAN_LETTER)).toMatchObject({ verdict: 'ready', open: [], notRead: [], putAside: [] });
  });

  it('may not where its file holds another letter, however clean', () => {
    const source = `Case Number: CM16-0990301\n\n${CLEAN_LETTER}\nCase Number: CM16-0990302\n\n${LETTER_WITH_FINDINGS}`;
    const policy = { severities: {}, putAside: nothingPutAside, words: [], guidelines: defaultCatalogue() };
    const [first, ...others] = parseLetters(source).map((letter) =>
      checkLetter(letter, 'a.txt', { policy, dictionary: null }),
    );
    if (first === undefined) throw new Error('There are letters.');
    const found = readyVerdict([first, ...others], CONTEXT);
    expect(found).toMatchObject({ verdict: 'not-ready', caseNumber: null, fingerprint: letterFingerprint(source) });
    expect(found.summary).toContain('2 letters in one file');
    expect(found.decisions.map(({ part, decision }) => [part, decision])).toEqual([
      [1, 'upheld'],
      [2, null],
    ]);
    expect(found.open.find(({ rule }) => rule === 'missing-decision')).toMatchObject({ part: 2, issue: 0 });
    expect(found.open.filter(({ part, rule }) => part === 1 && rule !== 'header-field')).toEqual([]);
    expect(readyPage(found)).toContain('<th scope="col" class="number">Letter</th>');
    expect(readyText(found)).toContain('  letter 2, issue 1: MRI of the left knee: no decision\n');
    expect(questionsForReviewer(found)).toContain('. Letter 2, line ');
  });

  it('may not with an open error', () => {
    const { verdict, summary, open } = verdictOf(LETTER_WITH_FINDINGS);
    expect(verdict).toBe('not-ready');
    expect(summary).toMatch(/^Not ready to issue: 1 error/);
    expect(open[0]).toMatchObject({ rule: 'missing-decision', severity: 'error' });
    expect(open.every(({ words }) => LETTER_WITH_FINDINGS.replace(/\s+/g, ' ').includes(words))).toBe(true);
  });

  it.each([
    ['a rule that was off', { rulesOff: ['grammar'] }, '1 rule that was off'],
    ['pages that are pictures', { missing: 'page 2 is a picture' }, '1 passage that could not be read'],
    ['no spelling', { isSpelled: false }, '1 passage that could not be read'],
  ])('is to be looked at again for %s', (_, context, words) => {
    expect(verdictOf(CLEAN_LETTER, context)).toMatchObject({ verdict: 'look-again' });
    expect(verdictOf(CLEAN_LETTER, context).summary).toContain(words);
  });

  it('what the rationale concludes in words that are not understood is reported, with its line', () => {
    const words = 'One may well debate the necessity of it.';
    const { verdict, notRead } = verdictOf(
      CLEAN_LETTER.replace(/There is no red flag\.[\s\S]*/, `There is no red flag. ${words}\n`),
    );
    expect(verdict).toBe('look-again');
    expect(notRead).toMatchObject([{ what: 'Whether this concludes on issue 1, and what', words }]);
  });

  it('what was put aside is listed with its reason, and is not open', () => {
    const found = verdictOf(LETTER_WITH_FINDINGS, {}, (letter) => {
      const { shown } = checkLetter(letter, 'a.txt', {
        policy: { severities: {}, putAside: nothingPutAside, words: [], guidelines: defaultCatalogue() },
        dictionary: null,
      });
      return shown.map((report, index) => ({
        fingerprint: fingerprint(letter, report),
        rule: report.rule.name,
        letter: 'a.txt',
        reason: `<Reason ${index}>`,
        date: '2026-01-02',
        span: letter.text.prose.range,
        index,
      }));
    });
    expect(found.open).toEqual([]);
    expect(found.putAside[0]).toMatchObject({ rule: 'missing-decision', reason: '<Reason 0>' });
    expect(readyPage(found)).toContain('&lt;Reason 0&gt;');
  });
});

describe('the fingerprint of a letter', () => {
  it('is that of its words, whatever ends its lines', () => {
    expect(letterFingerprint('a\r\nb\rc')).toBe(letterFingerprint('a\nb\nc'));
    expect(letterFingerprint('a\nb')).not.toBe(letterFingerprint('a b'));
  });
});

describe('questions for the reviewer', () => {
  it('name the line, the words, and what is wrong', () => {
    const questions = questionsForReviewer(verdictOf(LETTER_WITH_FINDINGS));
    expect(questions).toMatch(
      /^Before the letter of .* is issued, would you please check the following\?\n\n1\. Line \d+/,
    );
    expect(questions).toContain('Could you please let us know what it should be?');
    expect(questions.endsWith('Thank you.\n')).toBe(true);
  });

  it('are none where nothing is open', () => {
    expect(questionsForReviewer(verdictOf(CLEAN_LETTER))).toBe('');
  });
});
