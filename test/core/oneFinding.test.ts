import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { CLEAN_LETTER } from '../support/letters.ts';
import { shippedDictionary } from './support/dictionary.ts';

const context = { ...defaultContext(), dictionary: await shippedDictionary() };

/** What is reported of a sentence that goes before the conclusion. */
const reported = (sentence: string): readonly string[] =>
  checkDetermination(
    parseDetermination(CLEAN_LETTER.replace('There is no red flag.', `There is no red flag. ${sentence}`)),
    RULES,
    {},
    context,
  ).map(({ rule }) => rule.name);

describe('one blank is one finding', () => {
  it.each([
    ['Hearing aids cost more than           per ear.', 'placeholder'],
    ['The letter of Dr.           is dated May 2016.', 'redaction-gap'],
    ['It was written by           in May 2016.', 'redaction-gap'],
    ['It was written by , and it was read.', 'redaction-gap'],
    ['The ____ is here.', 'placeholder'],
    ['The           is here.', 'placeholder'],
    ['He was seen on 99/99/9999 for pain.', 'placeholder'],
    ['He was seen on 00/00/2016 for pain.', 'placeholder'],
    ['He was seen on XX/XX/2016 for pain.', 'placeholder'],
    ['He was seen by [name] for pain.', 'placeholder'],
  ])('%s', (sentence, rule) => {
    expect(reported(sentence)).toEqual([rule]);
  });

  it('the clean letter has none', () => {
    expect(reported('')).toEqual([]);
  });
});

describe('a rationale about another treatment', () => {
  const letter = (rationale: string): string =>
    CLEAN_LETTER.replace('MRI of the left knee', 'Tramadol 50mg #60').replace(
      'There is no red flag. Therefore, the request is not',
      rationale,
    );
  const rules = (rationale: string): readonly string[] =>
    checkDetermination(parseDetermination(letter(rationale)), RULES, {}, context).map(({ rule }) => rule.name);

  it('is reported for that, and not for its numbers too', () => {
    expect(rules('The request for tramadol #90 is not')).toContain('quantity-mismatch');
    const pasted = rules('The request for gabapentin #90 is not');
    expect(pasted).toContain('treatment-mismatch');
    expect(pasted).not.toContain('quantity-mismatch');
  });
});

it('an operation that contradicts its own rationale is reported there, and not where another decision relies on it', () => {
  const issue = (heading: string, rationale: string): string =>
    `${heading}\n\nClaims Administrator guideline: Decision based on MTUS Knee Complaints 2004.\n\nMAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Surgical Considerations.\n\nDecision rationale: ${rationale}\n\n`;
  const start = CLEAN_LETTER.indexOf('set forth below:') + 'set forth below:\n\n'.length;
  const letter = (surgery: string): string =>
    CLEAN_LETTER.slice(0, start) +
    issue('Arthroscopy: Upheld', surgery) +
    issue('Crutches: Overturned', 'As the surgery is medically necessary, the request is medically necessary.');
  const rules = (text: string): readonly string[] =>
    checkDetermination(parseDetermination(text), RULES, {}, context).map(({ rule }) => rule.name);
  expect(rules(letter('The request is medically necessary.'))).toContain('decision-contradicts-rationale');
  expect(rules(letter('The request is medically necessary.'))).not.toContain('dependent-decision');
  expect(rules(letter('The request is not medically necessary.'))).toContain('dependent-decision');
});
