import { expect, it } from 'vitest';
import { formPassages, passages } from '../../../server/src/determination/lines/passages.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { readRuleExamples } from '../support/ruleExamples.ts';

const [example] = readRuleExamples('=== quiet: a clean letter\n@letter\n@clean-issue');
const letter = parseDetermination(example?.text ?? '');

it('every piece that an editor wrote, once, in order, without the form’s own words', () => {
  expect(passages(letter).map(({ kind, issue, prose }) => [kind, issue, prose.text.slice(0, 30)])).toEqual([
    ['summary', null, 'The injured worker is a 43 yea'],
    ['heading', 0, 'Acetaminophen 500mg #60'],
    ['claims-guideline', 0, 'Decision based on MTUS Chronic'],
    ['reviewer-guideline', 0, 'Decision based on MTUS Chronic'],
    ['rationale', 0, 'The MTUS recommends acetaminop'],
  ]);
});

it('the form’s own words are the rest', () => {
  expect(formPassages(letter).map(({ prose }) => prose.text.slice(-14))).toEqual([
    'Rehabilitation',
    'dical records:',
    't forth below:',
  ]);
});

it('a text that is no letter has none', () => {
  expect(passages(parseDetermination('Dear Sir, thank you.'))).toEqual([]);
});
