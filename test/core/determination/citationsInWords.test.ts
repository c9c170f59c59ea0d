import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDetermination } from '../../../server/src/checking/check.ts';
import type { Citation } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { readCited } from '../../../server/src/determination/readers/citations/citations.ts';
import { RULES } from '../../../server/src/rules/index.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { rowsOf, wordRowsOf } from '../support/tables.ts';

const cited = (text: string) => readCited(new LetterText(text).prose);

/** 'SOURCE | title | year | section; section | page' of every citation; what the part says of its basis where there is none. */
function told(text: string): string {
  const { citations, basis } = cited(text);
  return citations.length === 0 ? basis : citations.map(inWords).join(' // ');
}

function inWords({ source, title, year, sections, pages, pagesInDocument }: Citation): string {
  const total = pagesInDocument === null ? '' : ` of ${pagesInDocument.value}`;
  return [
    source,
    title.value,
    year?.value ?? '',
    sections.map(({ value }) => value).join('; '),
    pages.map(({ value }) => value).join('; ') + total,
  ]
    .join(' | ')
    .replace(/(?: \| )+$/, '');
}

describe('citations in a writer’s own words', () => {
  it.each(rowsOf('citationsInWords.tsv'))('%s: %s', (expected, text) => {
    expect(told(text)).toBe(expected);
  });

  it.each(wordRowsOf('citationWords.tsv'))('%s: %s', (expected, text) => {
    expect(told(text)).toBe(expected);
  });

  it.each(rowsOf('chapterNames.tsv'))('of each chapter by all its names: %s: %s', (expected, text, names = '') => {
    const misread = names.split('; ').filter((name) => told(text.replace('{}', name)) !== expected.replace('{}', name));
    expect(misread).toEqual([]);
  });

  it('say why they are read', () => {
    const text = 'I relied upon the MTUS Knee Disorders 2019, under Meniscal Tears.';
    const [citation] = cited(text).citations;
    expect(citation?.derivation?.reasons.map(({ span, as }) => [text.slice(span.start, span.end), as])).toEqual([
      ['MTUS Knee Disorders 2019', 'a guideline'],
      [', under Meniscal Tears', 'a place in it'],
    ]);
  });

  it('are where their words are, across line ends', () => {
    const text = 'Physical\nMedicine, pages\n98-99 of the Chronic Pain\fGuidelines (MTUS, 2009).';
    const [citation] = cited(text).citations;
    const words = (each: { span: { start: number; end: number } } | null | undefined) =>
      each == null ? null : text.slice(each.span.start, each.span.end);
    expect([citation, citation?.title, citation?.year, citation?.sections[0], citation?.pages[0]].map(words)).toEqual([
      text.slice(0, -1),
      'Chronic Pain\fGuidelines',
      '2009',
      'Physical\nMedicine',
      '98-99',
    ]);
  });

  it.each([
    ['The College spoke. MTUS Knee Disorders 2019, Section(s): Bracing.', ['The College spoke.']],
    ['MTUS Knee Disorders 2019, Section(s): Bracing, is what I went by.', []],
    ['The record of Ames Hall, page 3, is at hand.', ['The record of Ames Hall, page 3, is at hand.']],
  ])('what is not understood is kept: %s', (text, unread) => {
    expect(cited(text).unread.map((each) => each.text)).toEqual(unread);
  });
});

/** Frames that are in no data file, and where the citation is in them. */
const FRAMES = [
  'The scales were tipped by %.',
  'What settles it for me: %.',
  '% is where I went for an answer.',
  'Leaning chiefly on %, I come to the result below.',
  'For this item the undersigned opened %.',
  '%, and no other text, lay on the desk.',
  'Yardstick: %.',
  'The answer was sought (and found) in %.',
  'Everything hangs upon %.',
  'Having leafed through %, the undersigned concurs.',
];
const CHAPTERS = [
  'Jaw and Face Disorders',
  'Vestibular Complaints',
  'Toe, Heel, and Arch Disorders',
  'Hernia Treatment',
];
const SECTIONS = ['Splints', 'Balance Training', 'Night splints (dorsal)'];
/** Other words for the same place. */
const FORMS = [
  'MTUS CHAPTER YEAR, under the heading SECTION',
  'MTUS CHAPTER YEAR, topic SECTION',
  'MTUS, CHAPTER (YEAR), the entry on SECTION',
  'the MTUS CHAPTER YEAR, where it deals with SECTION',
];
const invented = fc.record({
  frame: fc.constantFrom(...FRAMES),
  chapter: fc.constantFrom(...CHAPTERS),
  section: fc.constantFrom(...SECTIONS),
  year: fc.integer({ min: 2027, max: 2060 }),
});
const LETTER = readFileSync(new URL('../fixtures/letters/d3-single.txt', import.meta.url), 'utf8');

describe('an invented chapter of an invented year', () => {
  it('is read as a citation in whatever frame', () => {
    fc.assert(
      fc.property(invented, ({ frame, chapter, section, year }) => {
        const text = frame.replace('%', `MTUS ${chapter} ${year}, Section(s): ${section}`);
        expect(told(text)).toBe(`MTUS | ${chapter} | ${year} | ${section}`);
      }),
    );
  });

  it('is read in other words, too, in whatever frame', () => {
    fc.assert(
      fc.property(invented, fc.constantFrom(...FORMS), ({ frame, chapter, section, year }, form) => {
        const words = form.replace('CHAPTER', chapter).replace('YEAR', String(year)).replace('SECTION', section);
        expect(told(frame.replace('%', words))).toBe(`MTUS | ${chapter} | ${year} | ${section}`);
      }),
    );
  });

  it.each(FRAMES)('draws information at most: %s', (frame) => {
    const part = frame.replace('%', `MTUS ${CHAPTERS[0]} 2041, Section(s): ${SECTIONS[0]}`);
    const letter = LETTER.replace(/(MAXIMUS guideline: )[\s\S]*?(?=\n\s*\n)/, `$1${part}`);
    const parsed = parseDetermination(letter);
    expect(parsed.issues[0]?.reviewerGuideline?.citations.map(inWords)).toEqual([
      `MTUS | ${CHAPTERS[0]} | 2041 | ${SECTIONS[0]}`,
    ]);
    const grave = checkDetermination(parsed, RULES).filter(
      ({ rule, severity, issue }) =>
        rule.category === 'citations' && issue === 0 && severity !== 'information' && severity !== 'hint',
    );
    expect(grave.map(({ message }) => message)).toEqual([]);
  });
});

/** What rules about citations say of the same thing in words and in print. */
const RULED: readonly (readonly [rule: string, words: string, printed: string, rationale: string])[] = [
  [
    'citation-without-location',
    'I turned to the MTUS Shoulder Disorders guideline.',
    'Decision based on MTUS Shoulder Complaints 2004.',
    '',
  ],
  [
    'superseded-guideline, unknown-citation',
    'The text I opened was the Chronic Pain Medical Treatment Guidelines of 2009, page 130.',
    'Decision based on MTUS Chronic Pain Medical Treatment 2009, Page(s): 130.',
    '',
  ],
  [
    'citation-mismatch',
    'My guide was ODG, Knee & Leg chapter, entry Walking aids.',
    'Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg Chapter, Walking aids.',
    '',
  ],
  [
    'missing-citation',
    'I consulted none.',
    'The Expert Reviewer did not cite any medical evidence for its decision.',
    '',
  ],
  [
    'guideline-silence',
    'I relied on the MTUS Shoulder Complaints 2004, topic Special Studies.',
    'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.',
    'The MTUS is silent on this treatment.',
  ],
  [
    'uncited-guideline',
    'Special Studies, as discussed in the Shoulder Complaints chapter (MTUS, 2004).',
    'Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.',
    'According to the ODG Low Back chapter, this is supported.',
  ],
];

it.each(RULED)('%s reports words as it reports print', (expected, words, printed, rationale) => {
  const rulesOf = (part: string): string => {
    const letter = LETTER.replace(/(MAXIMUS guideline: )[\s\S]*?(?=\n\s*\n)/, `$1${part}`);
    const parsed = parseDetermination(letter.replace(/(Decision rationale: )/, `$1${rationale} `));
    const found = checkDetermination(parsed, RULES).filter(
      ({ rule, issue }) => rule.category === 'citations' && issue === 0,
    );
    return [...new Set(found.map(({ rule }) => rule.name))].sort().join(', ');
  };
  expect([rulesOf(words), rulesOf(printed)]).toEqual([expected, expected]);
});
