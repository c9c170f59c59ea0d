import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { explanationsOf } from '../../../server/src/determination/explanations.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { holds } from '../../../server/src/text/span.ts';
import { letterText, marked } from './support.ts';

const ISSUE = `Acupuncture x 6 for the le‸ft knee: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Acupuncture.

Decision rationale: The request is not medically necessary.`;

const cardAt = (explains: boolean): string => {
  const { letter, at } = marked(letterText({ issues: ISSUE }));
  const contents = hover(letter, at, { guidelines: defaultCatalogue(), reports: [], explains })?.contents;
  return MarkupContent.is(contents) ? contents.value : '';
};

test('a card ends with how its words were read, where the user wishes so', () => {
  expect(cardAt(true)).toContain('**Read as** side: left');
  expect(cardAt(true)).toContain('“left knee” (line');
  expect(cardAt(false)).not.toContain('Read as');
});

test('each value is explained by words of the letter', () => {
  const { letter } = marked(letterText({ issues: ISSUE }));
  const explanations = explanationsOf(letter);
  expect(explanations.map(({ what, value }) => `${what}: ${value}`)).toEqual(
    expect.arrayContaining(['body part: knee', 'side: left']),
  );
  for (const { derivation, issue } of explanations) {
    for (const { span } of derivation.reasons) expect(holds(letter.text.whole, span), `issue ${issue}`).toBe(true);
  }
});

test('a citation in words is explained by the words that name the guideline and the place', () => {
  const cited = 'I relied upon the MTUS Knee Disorders 2019, under Meniscal Tears, page 44.';
  const { letter } = marked(letterText({ issues: ISSUE.replace(/Decision based on MTUS.*/, cited) }));
  const [citation] = explanationsOf(letter).filter(({ what }) => what === 'cited by the reviewer');
  expect(citation?.value).toBe('MTUS, Knee Disorders, 2019, section Meniscal Tears, page 44');
  const reasons = citation?.derivation.reasons ?? [];
  expect(reasons.map(({ span, as }) => [letter.text.written(span), as])).toEqual([
    ['MTUS Knee Disorders 2019', 'a guideline'],
    [', under Meniscal Tears, page 44', 'a place in it'],
  ]);
});
