import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import { parseLetters } from '../../../server/src/determination/parse.ts';
import { letterSummaries } from '../../../server/src/features/letterSummary.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import type { LetterSummaries, Place } from '../../../server/src/protocol/letterSummary.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { letterText } from './support.ts';

const CITED = `Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):
Physical Medicine.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.
`;
const LETTER = letterText({
  summary:
    'The injured worker is a 52 year old male with myalgia of the neck. He has completed 12 sessions of physical therapy.',
  issues: `Physical therapy 2 times a week for 4 weeks\n(8 sessions) for the neck: Overturned\n\n${CITED}
Decision rationale: There is a flare-up. Therefore, the request is medically necessary.

MRI of the neck:\n\n${CITED}
Decision rationale: There are no red flags. The request is not medically necessary.
`,
});

function summariesOf(text: string): LetterSummaries | null {
  const letters = parseLetters(text);
  const reports = letters.flatMap((letter) => checkDetermination(letter, RULES, {}, defaultContext()));
  return letterSummaries(letters, reports, defaultCatalogue(), 7);
}
const summaryOf = (text: string) => summariesOf(text)?.letters[0] ?? null;

/** The words at a place, line ends as blanks. */
function wordsAt(text: string, { line, character, endLine, endCharacter }: Place): string {
  const lines = text.split('\n').slice(line, endLine + 1);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, endCharacter);
  lines[0] = (lines[0] ?? '').slice(character);
  return lines.join(' ');
}

describe('the summary of a letter', () => {
  const summary = summaryOf(LETTER);
  if (summary === null) throw new Error('It is a letter.');
  const { facts, issues, findings } = summary;

  it('has the case data, each with its words', () => {
    expect([summariesOf(LETTER)?.version, summary.caseNumber, summary.outcome]).toEqual([7, 'CM17-0990001', null]);
    expect(facts.map(({ label, values }) => [label, ...values.map(({ words }) => words)])).toEqual([
      ['Case number', 'CM17-0990001'],
      ['Date of injury', '2016-11-03'],
      ['Denied by utilization review', '2016-12-22'],
      ['Application received', '2017-01-06'],
      ['Assigned', '2017-01-12'],
      ['Decided', '2017-02-15'],
      ['Priority', 'standard'],
      ['Injured worker', '52 years', 'male'],
    ]);
    expect(facts.flatMap(({ values }) => values.map(({ place }) => wordsAt(LETTER, place)))).toEqual([
      'CM17-0990001',
      '11/03/2016',
      '12/22/2016',
      '01/06/2017',
      '01/12/2017',
      '02/15/2017',
      'Standard',
      '52 year old',
      'male',
    ]);
  });

  it('says why a field has no value, or a strange one', () => {
    const blank = summaryOf(LETTER.replace('11/03/2016\n', '\n').replace('02/15/2017', '02/35/2017'));
    expect(blank?.facts.filter(({ lack }) => lack !== null).map(({ label, lack }) => [label, lack])).toEqual([
      ['Date of injury', 'left blank'],
      ['Decided', 'mistyped'],
    ]);
  });

  it('has the issues with decision, guideline, and what the rationale concludes', () => {
    expect(
      issues.map(({ number, decision, decisionWords, category }) => [number, decision, decisionWords, category]),
    ).toEqual([
      [1, 'overturned', 'Overturned', 'Physical therapy'],
      [2, 'unclear', 'no decision', 'Imaging'],
    ]);
    expect(issues.map(({ conclusion }) => conclusion && [conclusion.words, wordsAt(LETTER, conclusion.place)])).toEqual(
      [
        ['Therefore, the request is medically necessary.', 'is medically necessary'],
        ['The request is not medically necessary.', 'is not medically necessary'],
      ],
    );
    const [first] = issues;
    expect(first?.guidelines.map(({ words, place }) => [words, wordsAt(LETTER, place)])).toEqual([
      [
        'MTUS Chronic Pain Medical Treatment 2009: Physical Medicine',
        'Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine',
      ],
    ]);
    expect(first && wordsAt(LETTER, first.range)).toMatch(/^Physical therapy 2 times.*medically necessary\.$/);
  });

  it('has the ledger of visits, each number with its words', () => {
    const ledger = issues[0]?.ledger;
    expect(ledger).toMatchObject({ sum: 20, standing: '10 over', isOver: true });
    const rows = [...(ledger?.visits ?? []), ...(ledger?.limits ?? [])];
    expect(rows.map(({ what, visits, place }) => [what, visits, wordsAt(LETTER, place)])).toEqual([
      ['Requested', 8, '2 times a week for 4 weeks (8 sessions)'],
      ['Had or authorized before', 12, expect.stringContaining('12 sessions')],
      ['Guideline: 9-10 visits over 8 weeks', 10, expect.stringContaining('Chronic Pain Medical')],
    ]);
    expect(issues[1]?.ledger).toBeNull();
  });

  it('has the findings in the order of the letter, with their issues', () => {
    expect(findings.map(({ rule }) => rule)).toContain('missing-decision');
    expect(findings.map(({ place }) => place.line)).toEqual(
      findings.map(({ place }) => place.line).toSorted((a, b) => a - b),
    );
    expect(findings.find(({ rule }) => rule === 'missing-decision')?.issue).toBe(2);
  });

  it('is plain data', () => {
    expect(structuredClone(summary)).toEqual(summary);
    expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
  });

  it('is none for a text that is no letter', () => {
    expect(summaryOf('Minutes of the meeting')).toBeNull();
  });
});

it('shows each letter of a document, with its own issues and findings', () => {
  const second = LETTER.replace('CM17-0990001', 'CM17-0990002').replace('MRI of the neck:', 'CT scan of the neck:');
  const both = summariesOf(`${LETTER}\n${second}`);
  const alone = summaryOf(LETTER);
  expect(both?.letters.map(({ part, caseNumber }) => [part, caseNumber])).toEqual([
    [1, 'CM17-0990001'],
    [2, 'CM17-0990002'],
  ]);
  const [first, other] = both?.letters ?? [];
  const rules = (of: typeof first): readonly string[] => (of?.findings ?? []).map(({ rule }) => rule);
  expect(first?.issues).toEqual(alone?.issues);
  expect(other?.issues.map(({ number, treatment }) => [number, treatment.words])).toEqual([
    [1, expect.stringContaining('Physical therapy')],
    [2, expect.stringContaining('CT scan')],
  ]);
  expect(rules(first)).toEqual(alone?.findings.map(({ rule }) => rule));
  expect(rules(other)).toEqual(expect.arrayContaining(['foreign-page', 'missing-decision']));
  const begins = LETTER.split('\n').length;
  expect(other?.findings.every(({ place }) => place.line >= begins)).toBe(true);
});
