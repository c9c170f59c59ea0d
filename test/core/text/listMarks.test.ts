import { expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { listMarkLength } from '../../../server/src/text/listMarks.ts';
import { letterText } from '../features/support.ts';

it.each([
  '• Norco',
  '●Norco',
  '▪ Norco',
  '\uf0b7 Norco',
  '\uf0a7\tNorco',
  '· Norco',
  '- Norco',
  '* Norco',
  '– Norco',
  'o Norco',
  '(a) Norco',
  'a) Norco',
  '1. Norco',
  '2) Norco',
  '(3) Norco',
  'iv. Norco',
  '• 1. Norco',
  '§ Norco',
  'Ø Norco',
])('%s', (line) => {
  const issues = [line, `${line} tablets`].map(
    (heading) => `${heading}: Upheld

${line.slice(0, line.indexOf('Norco'))}Claims Administrator guideline: Decision based on MTUS Opioid Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Opioid Treatment 2016.

Decision rationale: The request is not medically necessary.`,
  );
  const letter = parseDetermination(letterText({ issues: issues.join('\n\n') }));
  expect(letter.issues.map(({ heading, request }) => [heading.text, request.treatment.text])).toEqual([
    ['Norco', 'Norco'],
    ['Norco tablets', 'Norco tablets'],
  ]);
  expect(letter.issues.map(({ claimsGuideline }) => claimsGuideline?.citations.length)).toEqual([1, 1]);
});

it.each([
  '5 chiropractic treatments',
  'L. shoulder MRI',
  'x 12 sessions',
  '1.5 Tesla MRI',
  'oral Norco',
  '12-18 sessions',
  '#60 tablets',
  'E. coli test',
  '2 times',
])('%s has no mark', (words) => {
  expect(listMarkLength(words)).toBe(0);
});
