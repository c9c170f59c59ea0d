import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { definition, highlights, references } from '../../../server/src/features/navigation.ts';
import { letterText } from './support.ts';

const SOURCE = letterText({
  summary:
    'The injured worker is a 52 year old male who was hurt on 11/03/2016. He has had 8 visits of physical therapy.',
  issues: `MRI of the left knee: Upheld

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: The MTUS does not support magnetic resonance imaging here. The request is not medically necessary.

Physical therapy 12 visits for the left knee: Upheld

Claims Administrator guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.

MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.

Decision rationale: He has had 8 visits of physical therapy since 11/03/2016. ODG allows no more of it, and the requested treatment would bring
the total to 20. This request is not medically necessary.
`,
});
const letter = parseDetermination(SOURCE);
const lines = SOURCE.split('\n');

/** The offset of words after other words. */
const at = (words: string, after = ''): number => SOURCE.indexOf(words, after === '' ? 0 : SOURCE.indexOf(after)) + 1;
const shown = ({ start, end }: { start: { line: number; character: number }; end: typeof start }): string =>
  `${start.line}: ${lines
    .slice(start.line, end.line + 1)
    .join(' ')
    .slice(start.character, start.line === end.line ? end.character : undefined)}`;
const lineOf = (words: string, after = ''): number => SOURCE.slice(0, at(words, after)).split('\n').length - 1;
const definedAt = (offset: number) =>
  definition(letter, 'file:///a.txt', offset).map(({ targetRange, originSelectionRange }) => [
    originSelectionRange && shown(originSelectionRange),
    shown(targetRange),
  ]);

describe('the definition', () => {
  it('of a guideline in the rationale is the part that cites it', () => {
    const line = lineOf('Decision based on', 'MAXIMUS guideline');
    expect(definedAt(at('MTUS does not'))).toEqual([
      [`${lineOf('The MTUS does not')}: MTUS`, expect.stringMatching(new RegExp(`^${line}: .*Knee Complaints 2004`))],
    ]);
  });

  it('of a guideline is found also where it is cited in words of the writer’s own', () => {
    const source = SOURCE.replace(
      'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
      'MAXIMUS guideline: My authority is the MTUS, Knee Complaints 2004, under Special Studies.',
    );
    const found = definition(parseDetermination(source), 'file:///a.txt', source.indexOf('MTUS does not') + 1);
    const rows = source.split('\n');
    expect(found.map(({ targetRange: { start } }) => rows[start.line]?.slice(start.character))).toEqual([
      expect.stringContaining('Knee Complaints 2004, under Special Studies'),
    ]);
  });

  it.each([
    ['magnetic resonance imaging', 'MRI of the left knee'],
    ['The request is not', 'MRI of the left knee'],
    ['This request is not', 'Physical therapy 12 visits for the left knee'],
  ])('of “%s” is the heading of its issue', (words, heading) => {
    expect(definedAt(at(words)).map(([, target]) => target)).toEqual([`${lineOf(`${heading}:`)}: ${heading}`]);
  });

  it('of a number of visits is the first place that gives it', () => {
    expect(definedAt(at('8 visits', 'Decision rationale: He'))).toEqual([
      [expect.stringContaining('8 visits'), expect.stringMatching(new RegExp(`^${lineOf('has had 8')}: .*8 visits`))],
    ]);
  });

  it('of a day is the first place that gives it', () => {
    expect(definedAt(at('11/03/2016', 'Decision rationale: He'))[0]?.[1]).toBe(`${lineOf('11/03/2016')}: 11/03/2016`);
  });

  it.each(['requested treatment would', 'medically necessary', 'expert reviewer'])('of “%s” is nowhere', (words) => {
    expect(definedAt(at(words))).toEqual([]);
  });
});

describe('references and highlights', () => {
  it('are all places of one thing, in the order of the letter, and of no other issue', () => {
    const found = references(letter, 'file:///a.txt', at('MRI of the left knee')).map(({ range }) => shown(range));
    expect(found).toEqual([
      `${lineOf('MRI of the left knee')}: MRI`,
      `${lineOf('magnetic resonance')}: magnetic resonance imaging`,
      `${lineOf('The request is not')}: The request`,
    ]);
    expect(highlights(letter, at('The request is not')).map(({ range }) => shown(range))).toEqual(found);
  });

  it('of the 12 visits in dispute are not the 8 that he had', () => {
    const found = references(letter, 'file:///a.txt', at('8 visits')).map(({ range }) => shown(range));
    expect(found.length).toBe(2);
    expect(found.join()).not.toContain('12');
  });
});
