import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { looksLikeLetter, OPENING_LENGTH } from '../../../server/src/intake/recognition.ts';
import { LETTERS } from '../fixtures/letters.ts';

const madeHeading = 'HOW THE IMR FINAL DETERMINATION WAS MADE';
const madeSentence = 'MAXIMUS Federal Services sent the complete case file to an expert reviewer.';

describe('A text is a letter', () => {
  const samples = new URL('../../../samples/', import.meta.url);
  for (const name of readdirSync(samples).filter((each) => each.endsWith('.txt'))) {
    it(`in the sample ${name}`, () => {
      expect(looksLikeLetter(readFileSync(new URL(name, samples), 'utf8'))).toBe(true);
    });
  }

  it.each([
    ['by heading and sentence', `${madeHeading}\n${madeSentence}`],
    ['with Windows line ends and blanks', ` ${madeHeading} \r\n\r\n${madeSentence}\r\n`],
    ['with a heading that wraps', `HOW THE IMR FINAL DETERMINATION\n\n   WAS MADE\n${madeSentence}`],
    ['with headings in a list', `1. ${madeHeading}\n\n• ${madeSentence}`],
    ['with vertical tabs for line ends', `${madeHeading}\v${madeSentence}\v`],
    ['with line separators for line ends', `${madeHeading}\u2028${madeSentence}\u2029`],
    ['with a heading between form feeds', `Case Number: CM17-0999999\f${madeHeading}\f`],
    [
      'in the layout of 2013',
      'MAXIMUS FEDERAL SERVICES, INC.\nNotice of Independent Medical Review Determination\nDated: 9/2/2013\n\n' +
        '1) MAXIMUS Federal Services, Inc. has determined the request for a brace is medically necessary.',
    ],
    [
      'in the layout of early 2013',
      '\r\nMEDICAL PROFESSIONAL REVIEW\r\nISSUE AT DISPUTE: a brace\r\nCASE SUMMARY:\r\n',
    ],
    [
      'in the layout of 2014',
      'MAXIMUS FEDERAL SERVICES, INC.\nIndependent Medical Review\nUR Denial Date:  01/02/2014\n\n' +
        'IMR DECISION(S) AND RATIONALE(S)\nThe Final Determination was based on decisions for the disputed items',
    ],
  ])('%s', (_, text) => {
    expect(looksLikeLetter(text)).toBe(true);
    expect(parseDetermination(text).layout).not.toBe('unknown');
  });
});

describe('Whatever case its headings have, a text is a letter to detection and parser alike', () => {
  const cases: readonly (readonly [string, (heading: string) => string])[] = [
    ['title case', (heading) => heading.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase())],
    ['small letters', (heading) => heading.toLowerCase()],
    ['one capital', (heading) => heading.charAt(0) + heading.slice(1).toLowerCase()],
    ['a colon', (heading) => `${heading}:`],
  ];
  for (const [name, source] of LETTERS) {
    it.each(cases)(`${name} with %s`, (_, change) => {
      const changed = source.replace(/^ *(?!MAXIMUS F)[A-Z][A-Z,&() ]{12,}(?=\r?$)/gm, change);
      const layout = parseDetermination(source).layout;
      expect(changed).not.toBe(source);
      expect(looksLikeLetter(changed)).toBe(true);
      expect(parseDetermination(changed).layout).toBe(layout);
    });
  }
});

it('What looks like a letter is one to the parser', () => {
  const lines = [...new Set([...LETTERS.values()].flatMap((source) => source.split('\n')))];
  const marks = lines.filter((line) => /IMR|MAXIMUS|Case Number|REVIEW/.test(line));
  const scrap = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...lines) },
    { weight: 3, arbitrary: fc.constantFrom(...marks) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  );
  const scraps = fc
    .array(scrap, { maxLength: 40 })
    .chain((parts) => fc.constantFrom('\n', '\r\n', '\n\n', '\f').map((lineEnd) => parts.join(lineEnd)));
  let letters = 0;
  fc.assert(
    fc.property(scraps, fc.boolean(), (text, isLong) => {
      const source = isLong ? text.padEnd(OPENING_LENGTH, ' word') + text : text;
      if (!looksLikeLetter(source)) return;
      letters++;
      expect(parseDetermination(source).layout).not.toBe('unknown');
    }),
    { numRuns: 300 },
  );
  expect(letters).toBeGreaterThan(15);
});

describe('A text is not a letter', () => {
  it.each([
    ['when it is empty', ''],
    [
      'when it talks about one',
      'Please send the IMR final determination. How the IMR Final Determination was made is on page 1.',
    ],
    [
      'when it lists the headings only',
      `${madeHeading}\nCLINICAL CASE SUMMARY\nIMR ISSUES, DECISIONS AND RATIONALES\n`,
    ],
    [
      'when it holds the sentences only',
      `${madeSentence}\nThe Final Determination was based on decisions for the items.`,
    ],
    ['when a heading stands within a line', `See ${madeHeading} below.\n${madeSentence}`],
    ['when it quotes one with marks', `> ${madeHeading}\n> ${madeSentence}`],
    ['when it is an e-mail', `From: A. Alder\nTo: Q. Quince\nSubject: IMR\n\n${madeHeading}\n${madeSentence}`],
    [
      'when the letter comes after pages of other text',
      `${'Minutes of the meeting.\n'.repeat(500)}${madeHeading}\n${madeSentence}`,
    ],
  ])('%s', (_, text) => {
    expect(looksLikeLetter(text)).toBe(false);
  });
});
