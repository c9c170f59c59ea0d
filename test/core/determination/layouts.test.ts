import { describe, expect, it } from 'vitest';
import type { Part } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { letter } from '../fixtures/letters.ts';
import { wordsOf } from '../support/reading.ts';

const opening = (part: Part | null): string | null => (part === null ? null : part.body.text.slice(0, 30));

/** Heading, decision with its words, and how the parts begin. */
const issuesOf = (source: string): readonly object[] =>
  parseDetermination(source).issues.map(
    ({ heading, decision, claimsGuideline, reviewerGuideline, rationale, range }) => ({
      heading: heading.text,
      decision: decision?.kind === 'decided' ? decision.decision : null,
      words: decision && wordsOf(source, decision.span),
      claims: opening(claimsGuideline),
      reviewer: opening(reviewerGuideline),
      rationale: opening(rationale),
      ends: wordsOf(source, range).slice(-28),
    }),
  );
const kindsOf = (source: string): readonly string[] => parseDetermination(source).sections.map(({ kind }) => kind);

describe('layout A', () => {
  const source = letter('a');

  it('takes the decision from the rationale’s heading', () => {
    expect(issuesOf(source)).toEqual([
      {
        heading: 'Left wrist splint, custom made',
        decision: 'upheld',
        words: 'IS/WAS NOT MEDICALLY NECESSARY',
        claims: null,
        reviewer: 'The MTUS Forearm, Wrist, and H',
        rationale: 'The guideline supports splinti',
        ends: ' is not medically necessary.',
      },
    ]);
  });

  it('is overturned where the heading lacks NOT', () => {
    expect(issuesOf(source.replace('IS/WAS NOT ', 'IS/WAS '))).toMatchObject([
      { decision: 'overturned', words: 'IS/WAS MEDICALLY NECESSARY' },
    ]);
  });

  it('has no decision where the rationale is missing', () => {
    const cut = source.slice(0, source.indexOf('RATIONALE FOR WHY'));
    expect(issuesOf(cut)).toMatchObject([
      { heading: 'Left wrist splint, custom made', decision: null, rationale: null },
    ]);
  });

  it('reads an issue on its heading’s line', () => {
    expect(issuesOf(source.replace('ISSUE AT DISPUTE: \n', 'ISSUE AT DISPUTE: 1. '))).toMatchObject([
      { heading: 'Left wrist splint, custom made', decision: 'upheld' },
    ]);
  });

  const withItems = (items: string): string => source.replace('Left wrist splint, custom made', items);
  const headingsOf = (items: string): readonly string[] =>
    parseDetermination(withItems(items)).issues.map(({ heading }) => heading.text);

  it.each<[string, readonly string[]]>([
    ['1. Wrist splint\n2. Therapy, 6 visits', ['Wrist splint', 'Therapy, 6 visits']],
    ['1) Wrist splint,\ncustom made\n2) Therapy\n3) Films', ['Wrist splint, custom made', 'Therapy', 'Films']],
    ['(1) Wrist splint (2) therapy', ['Wrist splint', 'therapy']],
    ['1. Wrist splint; 2. Therapy twice a week for 2. weeks', ['Wrist splint;', 'Therapy twice a week for 2. weeks']],
    ['1. Wrist splint', ['Wrist splint']],
    ['Wrist splint 1. Left 2. Right', ['Wrist splint 1. Left 2. Right']],
    ['2. Wrist splint', ['2. Wrist splint']],
    ['Therapy, 2. 5 hours', ['Therapy, 2. 5 hours']],
  ])('reads each item of a numbered list as an issue: %j', (items, headings) => {
    expect(headingsOf(items)).toEqual(headings);
  });

  it('gives the items of a list one decision and one rationale, and none of the others’ numbers', () => {
    const list = withItems('1. Left wrist splint\n2. Physical therapy, 6 visits').replace(
      'The guideline supports splinting',
      'The guideline allows 4 visits. It supports splinting',
    );
    const { issues } = parseDetermination(list);
    expect(
      issues.map(({ decision, rationale, sharesParts }) => [
        decision?.kind === 'decided' && decision.decision,
        rationale?.body.text.slice(0, 23),
        rationale?.quotedLimits.map(({ visitsMax }) => visitsMax),
        sharesParts,
      ]),
    ).toEqual([
      ['upheld', 'The guideline allows 4 ', [], true],
      ['upheld', 'The guideline allows 4 ', [4], true],
    ]);
    expect(parseDetermination(source).issues.map(({ sharesParts }) => sharesParts)).toEqual([false]);
  });

  it('leaves open which item of a list opposite statements are about', () => {
    const concluded = (items: string, conclusion: string): readonly unknown[] =>
      parseDetermination(
        withItems(items).replace('A custom made splint is not medically necessary.', conclusion),
      ).issues.map(({ rationale }) => rationale?.conclusion.kind);
    expect(
      concluded(
        '1. Left wrist splint\n2. MRI of the left wrist',
        'The splint is not medically necessary. The MRI is medically necessary.',
      ),
    ).toEqual(['not-necessary', 'necessary']);
    expect(
      concluded(
        '1. Physical therapy, 6 visits\n2. MRI of the wrist',
        'The six visits of therapy are not medically necessary. It is medically necessary.',
      ),
    ).toEqual(['unclear', 'unclear']);
  });

  it('has its sections under wrapped headings', () => {
    expect(kindsOf(source)).toEqual([
      'issues',
      'clinical-summary',
      'documents-reviewed',
      'issues',
      'issues',
      'how-made',
    ]);
  });
});

describe('layout B', () => {
  const source = letter('b');

  it('reads each determination once, with the discussion of its number', () => {
    expect(issuesOf(source)).toEqual([
      {
        heading: 'a lumbar epidural steroid injection at L5-S1',
        decision: 'upheld',
        words: 'is notmedically necessary and appropriate',
        claims: 'the Chronic Pain Medical Treat',
        reviewer: 'the Chronic Pain Medical Treat',
        rationale: 'The guidelines require radicul',
        ends: 'y necessary and appropriate.',
      },
      {
        heading: 'one urine drug screen',
        decision: 'overturned',
        words: 'is medically necessary and appropriate',
        claims: 'did not cite an evidence based',
        reviewer: 'the Chronic Pain Medical Treat',
        rationale: 'The guidelines recommend a dru',
        ends: 'y necessary and appropriate.',
      },
    ]);
  });

  it('reads a notice without its body', () => {
    const notice = source.slice(0, source.indexOf('INDEPENDENT MEDICAL REVIEW DECISION'));
    expect(issuesOf(notice)).toMatchObject([
      { heading: 'a lumbar epidural steroid injection at L5-S1', decision: 'upheld', rationale: null },
      { heading: 'one urine drug screen', decision: 'overturned', rationale: null },
    ]);
  });

  it('distinguishes unnumbered determinations by their words', () => {
    const unnumbered = source.replace(/^\d\) MAXIMUS/gm, 'MAXIMUS');
    expect(issuesOf(unnumbered)).toMatchObject([{ decision: 'upheld' }, { decision: 'overturned' }]);
  });

  it('gives them in the order of their numbers where the cover lacks the first', () => {
    const [cover = '', body = ''] = source.split(/(?=INDEPENDENT MEDICAL REVIEW DECISION)/);
    expect(issuesOf(cover.replace('\n\n1) MAXIMUS', ' 1) MAXIMUS') + body)).toEqual(issuesOf(source));
  });

  it('opens a section with the first discussion', () => {
    expect(kindsOf(source)).toEqual([
      'header',
      'issues',
      'how-made',
      'clinical-summary',
      'documents-reviewed',
      'issues',
    ]);
  });
});

describe('layout C', () => {
  const source = letter('c');

  it('reads numbered decisions and what they are based on', () => {
    expect(issuesOf(source)).toEqual([
      {
        heading: 'eight sessions of chiropractic manipulation for the low back',
        decision: 'upheld',
        words: 'is not medically necessary and appropriate',
        claims: 'the Chronic Pain Medical Treat',
        reviewer: 'the Chronic Pain Medical Treat',
        rationale: 'The guidelines support a trial',
        ends: 'y necessary and appropriate.',
      },
      {
        heading: 'cyclobenzaprine 7.5mg #30',
        decision: 'overturned',
        words: 'is medically necessary and appropriate',
        claims: 'did not cite any evidence basi',
        reviewer: 'the Chronic Pain Medical Treat',
        rationale: 'A short course of cyclobenzapr',
        ends: 'y necessary and appropriate.',
      },
    ]);
  });

  it('reads a single decision without a number, and no sentence of its rationale', () => {
    const start = source.indexOf('2. The request');
    expect(issuesOf(source.slice(0, start).replace('1. The request', 'The request'))).toMatchObject([
      { heading: 'eight sessions of chiropractic manipulation for the low back', decision: 'upheld' },
    ]);
  });

  it.each([
    ['UPHOLD', 'uphold'],
    ['Overturned', 'overturn'],
    ['PARTIAL OVERTURN', 'partial-overturn'],
    ['Partially Upheld', 'partial-overturn'],
  ])('reads the cover’s %s', (word, meaning) => {
    const { finalDetermination } = parseDetermination(source.replace('PARTIAL OVERTURN', word));
    expect(finalDetermination?.value).toBe(meaning);
  });
});

it('reads nothing of a text that is no letter', () => {
  const { layout, issues, sections, dates } = parseDetermination('Dear Sir,\non 1/2/2016 I wrote to you.\n');
  expect([layout, issues, sections, dates]).toEqual(['unknown', [], [], []]);
});
