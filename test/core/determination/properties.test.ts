import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Determination } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { datesIn, dayOf, pivotYear } from '../../../server/src/determination/readers/dates/days.ts';
import { LetterText } from '../../../server/src/text/letterText.ts';
import { LETTERS } from '../fixtures/letters.ts';
import { readingOf, spansOf, wordsOf } from '../support/reading.ts';

const names = [...LETTERS.keys()];

/** Lines of all the letters, in any order and number, cut anywhere, with noise between them. */
const lines = [...new Set([...LETTERS.values()].flatMap((source) => source.split('\n')))];
const scraps = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...lines) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
      { weight: 1, arbitrary: fc.constantFrom('\f', '\r', '\u00ad', '-', ': Upheld', '', '  ') },
    ),
    { maxLength: 40 },
  )
  .chain((parts) => fc.constantFrom('\n', '\r\n', '\n\n', ' ').map((separator) => parts.join(separator)));
const cutLetters = fc
  .tuple(fc.constantFrom(...LETTERS.values()), fc.nat(6000), fc.nat(6000), fc.string({ unit: 'binary', maxLength: 5 }))
  .map(([source, from, length, noise]) => source.slice(0, from) + noise + source.slice(from + (length % 400)));
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), scraps, cutLetters);

function expectSpansToHold(letter: Determination): void {
  const { length } = letter.text.source;
  for (const [path, { start, end }] of spansOf(letter)) {
    expect(start >= 0 && start <= end && end <= length, `${path}: ${start}..${end} of ${length}`).toBe(true);
  }
}

describe('any text', () => {
  it('gives a determination whose spans lie in the text', () => {
    fc.assert(
      fc.property(anyText, (source) => expectSpansToHold(parseDetermination(source))),
      { numRuns: 600 },
    );
  });

  it('reads each date back from its span', () => {
    fc.assert(
      fc.property(anyText, (source) => expectDatesToReadBack(parseDetermination(source))),
      { numRuns: 300 },
    );
  });
});

function expectDatesToReadBack({ text, dates, header }: Determination): void {
  const pivot = pivotYear(
    header,
    datesIn(text.prose).map(({ date }) => date),
  );
  for (const { span, day, field } of dates) {
    const words = wordsOf(text.source, span);
    // What is around a date decides whether it is one; alone it is one where its figures are.
    const [placed, ...more] = datesIn(new LetterText(`on ${words}`).prose);
    const written = placed?.date;
    expect(more).toEqual([]);
    expect(written, words).toBeDefined();
    // A part of a mistyped field of the header is not a date, whatever it would be alone.
    if (written !== undefined && (field === null || day !== null)) {
      const days = [true, false].map(
        (isPlain) => dayOf(written.kind === 'day' ? { ...written, isPlain } : written, pivot).day,
      );
      expect(days, `${words}, with years told from ${pivot}`).toContain(day);
    }
  }
}

describe.each(names)('%s', (name) => {
  const source = LETTERS.get(name) ?? '';
  const parsed = parseDetermination(source);
  const expected = readingOf(source);

  it('spells what was read', () => {
    expectSpansToHold(parsed);
    expectDatesToReadBack(parsed);
    const { header, reviewer, patient, sections, issues } = parsed;
    for (const item of [
      ...reviewer.specialties,
      ...reviewer.licensure,
      ...(header.caseNumber.kind === 'read' ? [header.caseNumber] : []),
    ]) {
      expect(wordsOf(source, item.span)).toBe(item.value);
    }
    for (const { heading, kind } of sections) {
      const reread = new LetterText(source.slice(heading.start, heading.end)).prose.text;
      if (kind !== 'header') expect(reread).toMatch(HEADING_WORDS[kind]);
    }
    if (patient.sex) expect(wordsOf(source, patient.sex.span)).toMatch(/^(?:fe)?male$|^(?:wo)?man$/i);
    for (const { heading, decision } of issues) {
      expect(wordsOf(source, heading.range)).toBe(heading.text);
      expect(decision && wordsOf(source, decision.span)).toMatch(
        /^(?:Upheld|Overturned|(?:is|IS\/WAS) ?(?:NOT ?)?MEDICALLY NECESSARY(?: and appropriate)?)$/i,
      );
    }
  });

  const changes: readonly (readonly [string, (source: string) => string])[] = [
    ['CRLF line ends', (text) => text.replace(/\n/g, '\r\n')],
    ['lone CR line ends', (text) => text.replace(/\n/g, '\r')],
    ['every line followed by a blank one', (text) => text.replace(/\n/g, '\n\n')],
    ['no blank lines', (text) => text.replace(/\n(?:[ \t]*\n)+/g, '\n')],
    ['no form feeds', (text) => text.replace(/\f/g, '')],
    ['form feeds on lines of their own', (text) => text.replace(/\n\f/g, '\n\f\n')],
    ['trailing blanks', (text) => text.replace(/\n/g, '  \n')],
    ['leading blanks', (text) => text.replace(/\n/g, '\n    ')],
    ['tabs for blanks', (text) => text.replace(/ {2,}/g, '\t')],
    ['non-breaking blanks', (text) => text.replace(/ /g, '\u00a0')],
    ['a byte order mark', (text) => `\ufeff${text}`],
  ];
  it.each(changes)('is read alike with %s', (_, change) => {
    expect(readingOf(change(source))).toEqual(expected);
  });

  it('is read alike with any of these at once', () => {
    fc.assert(
      fc.property(fc.subarray([...changes], { minLength: 2, maxLength: 5 }), (chosen) => {
        const changed = chosen.reduce((text, [, change]) => change(text), source);
        expect(readingOf(changed)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

const HEADING_WORDS = {
  'final-determination': /^Final Determination:$/,
  'documents-reviewed': /^DOCUMENTS REVIEWED/i,
  'how-made':
    /^(?:HOW THE IMR FINAL DETERMINATION WAS MADE|MEDICAL REVIEWER QUALIFICATIONS:|Medical Qualifications of the Expert Reviewer:)$/,
  'clinical-summary': /CASE SUMMARY:?$/i,
  issues:
    /^(?:IMR ISSUES, DECISIONS AND RATIONALES|IMR DECISION\(S\) AND RATIONALE\(S\)|INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE|ISSUE AT DISPUTE:|MEDICAL TREATMENT GUIDELINE.*|RATIONALE FOR WHY.*|1\) Regarding the request for .*:)$/,
};

describe('one letter from several extractors', () => {
  // Columns put the header's dates in another order, and the header section begins with other words.
  const reading = (name: string): object => {
    const { dates, sections, header, headerBlocks: _, ...read } = readingOf(LETTERS.get(name) ?? '');
    return {
      ...read,
      // Columns tear a label apart, rows do not.
      header: Object.values(header).map(({ label: __, ...field }) => field),
      dates: dates.map((date) => JSON.stringify(date)).sort(),
      kinds: sections.map(({ kind }) => kind),
    };
  };

  it.each(['d3-single.rawmode', 'd3-single.default'])('%s', (name) => {
    expect(reading(name)).toEqual(reading('d3-single'));
  });
});
