import { describe, expect, it } from 'vitest';
import { checkDetermination, defaultContext } from '../../server/src/checking/check.ts';
import { fixesOf, type Report } from '../../server/src/checking/rule.ts';
import { parseDetermination } from '../../server/src/determination/parse.ts';
import { createCatalogue } from '../../server/src/guidelines/catalogue.ts';
import type { GuidelineFile } from '../../server/src/guidelines/facts.ts';
import { shippedFiles } from '../../server/src/guidelines/shipped.ts';
import { RULES } from '../../server/src/rules/index.ts';
import { letterText } from './features/support.ts';

const CITATIONS = RULES.filter(({ category }) => category === 'citations');

const reportsOf = (text: string, own: readonly GuidelineFile[] = []): readonly Report[] => {
  const context = { ...defaultContext(), guidelines: createCatalogue([...shippedFiles, ...own]) };
  return checkDetermination(parseDetermination(text), CITATIONS, {}, context);
};

interface Citing {
  readonly heading?: string;
  readonly reviewer: string;
  readonly rationale?: string;
}

const letter = ({ heading = 'MRI of the right knee', reviewer, rationale = '' }: Citing): string =>
  letterText({
    issues: `${heading}: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: Decision based on ${reviewer}.

Decision rationale: ${rationale} The request is not medically necessary.
`,
  });

/** The letter after the first fix of the first finding of a rule. */
function repaired(text: string, rule: string): string {
  const found = reportsOf(text).find((report) => report.rule.name === rule);
  const fix = found && fixesOf(found)[0];
  if (fix === undefined) throw new Error(`No fix of ${rule}.`);
  return [...fix.edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

describe('quick fixes of citations', () => {
  it.each<readonly [rule: string, citing: Citing, becomes: string]>([
    [
      'superseded-guideline',
      {
        heading: 'Acetaminophen 500mg',
        reviewer: 'MTUS Chronic Pain Medical Treatment\n2009, Section(s): Acetaminophen',
      },
      'MTUS Chronic Pain Medical Treatment\n2016, Section(s): Acetaminophen',
    ],
    [
      'superseded-guideline',
      { reviewer: 'MTUS Knee Disorders 2015, Section(s): Special Studies' },
      'MTUS Knee Complaints 2004, Section(s): Special Studies',
    ],
    [
      'citation-without-location',
      {
        heading: 'Postoperative physical therapy x 6 for the right knee',
        reviewer: 'MTUS Postsurgical Treatment 2009',
      },
      'MTUS Postsurgical Treatment 2009, Section(s): Knee.',
    ],
    [
      'unknown-citation',
      { reviewer: 'MTUS Knee Complaints 2005, Section(s): Special Studies' },
      'Knee Complaints 2004,',
    ],
    [
      'limit-misquoted',
      {
        heading: 'Chiropractic care x 6',
        reviewer: 'MTUS Chronic Pain Medical Treatment 2016, Section(s): Manual therapy & manipulation',
        rationale: 'The MTUS recommends a total of up to 24 visits over 6-8 weeks.',
      },
      'a total of up to 18 visits over 6-8 weeks.',
    ],
  ])('%s: %o', (rule, citing, becomes) => {
    const fixed = repaired(letter(citing), rule);
    expect(fixed).toContain(becomes);
    expect(reportsOf(fixed).map((report) => report.rule.name)).not.toContain(rule);
  });

  it('puts no section in where several are possible', () => {
    const text = letter({ heading: 'Naproxen 500mg', reviewer: 'MTUS Chronic Pain Medical Treatment 2016' });
    const [finding] = reportsOf(text);
    expect(finding?.rule.name).toBe('citation-without-location');
    expect(finding?.fixes).toBeUndefined();
  });

  it('changes no edition under page numbers, which would be another edition’s', () => {
    const text = letter({
      heading: 'Acetaminophen 500mg',
      reviewer: 'MTUS Chronic Pain Medical Treatment 2009 Page(s): 11-12',
    });
    expect(reportsOf(text).map(({ rule, fixes }) => [rule.name, fixes])).toEqual([['superseded-guideline', []]]);
  });
});

describe('certainty', () => {
  /** Hip and Groin as an organization's own chapter, with a first day that is known as well as `certainty` says. */
  const own = (certainty: 'seen' | 'own/high' | 'own/medium' | 'own/low' | 'conflicting'): GuidelineFile => ({
    name: 'our facts',
    editions: [
      {
        id: 'mtus-knee-2004',
        chapter: 'mtus-knee',
        title: 'Knee Complaints',
        years: [2004],
        from: '2007-06-15',
        to: '2016-01-31',
        source: 'our own reading',
        certainty,
      },
    ],
  });
  const text = letter({ reviewer: 'MTUS Knee Complaints 2004, Section(s): Special Studies' });

  it.each([
    ['seen', 'warning'],
    ['own/high', 'information'],
    ['own/medium', null],
    ['conflicting', null],
    ['own/low', null],
  ] as const)('%s: %s', (certainty, severity) => {
    const reports = reportsOf(text, [own(certainty)]).filter(({ rule }) => rule.name === 'superseded-guideline');
    expect(reports.map((report) => report.severity)).toEqual(severity === null ? [] : [severity]);
    for (const { message } of reports) expect(message.includes('unverified')).toBe(severity === 'information');
  });
});
