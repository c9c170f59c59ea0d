import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SelectionRange } from 'vscode-languageserver-types';
import type { Determination } from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { SEMANTIC_TOKENS_LEGEND } from '../../../server/src/features/announced.ts';
import { documentLinks } from '../../../server/src/features/documentLinks.ts';
import { selectionRanges } from '../../../server/src/features/selectionRanges.ts';
import { semanticTokens } from '../../../server/src/features/semanticTokens.ts';
import { letter as fixture, LETTERS } from '../fixtures/letters.ts';
import { letterText, marked } from './support.ts';

const ISSUE = `Physical therapy 2 times a week for
6 weeks for the neck:
Upheld

Claims Administrator guideline: Decision based on MTUS Neck and Upper Back Complaints 2004.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004.

Decision rationale: There is pain. Nothing else was found. The request is not medically necessary.
`;

describe('selection ranges', () => {
  /** The texts that grow around a place, from the smallest. */
  const grown = (text: string): readonly string[] => {
    const { letter, source, at } = marked(text);
    return chain(letter, at).map(([start, end]) => source.slice(start, end).replace(/\s+/g, ' '));
  };

  it('grow from the word over sentence, part, issue and section to the letter', () => {
    const [word, sentence, body, part, issue, issues, section, all, ...more] = grown(
      letterText({ issues: ISSUE.replace('else', 'el‸se') }),
    );
    expect([word, sentence]).toEqual(['else', 'Nothing else was found.']);
    expect(body).toMatch(/^There is pain\..*necessary\.$/);
    expect(part).toMatch(/^Decision rationale: There/);
    expect(issue).toMatch(/^Physical therapy.*necessary\.$/);
    expect(issues).toMatch(/^The Final Determination was based/);
    expect(section).toMatch(/^IMR ISSUES/);
    expect(all).toMatch(/^Case Number/);
    expect(more).toEqual([]);
  });

  it('take a heading whole', () => {
    const ranges = grown(letterText({ issues: ISSUE.replace('6 weeks', '6 we‸eks') }));
    expect(ranges.slice(0, 2)).toEqual(['weeks', 'Physical therapy 2 times a week for 6 weeks for the neck']);
  });

  it('each lie in the next one, wherever the caret is', () => {
    const letters = [...LETTERS.values()].map(parseDetermination);
    fc.assert(
      fc.property(fc.constantFrom(...letters), fc.nat(), (letter, seed) => {
        const at = seed % (letter.text.source.length + 1);
        const ranges = chain(letter, at);
        for (const [i, [start, end]] of ranges.entries()) {
          const [outerStart, outerEnd] = ranges[i + 1] ?? [0, letter.text.source.length];
          expect(outerStart <= start && end <= outerEnd && start <= at && at <= end).toBe(true);
        }
      }),
    );
  });

  function chain(letter: Determination, at: number): readonly (readonly [start: number, end: number])[] {
    const { lines } = letter.text;
    const ranges: (readonly [number, number])[] = [];
    let next: SelectionRange | undefined = selectionRanges(letter, [lines.positionAt(at)])[0];
    for (; next !== undefined; next = next.parent) {
      ranges.push([lines.offsetAt(next.range.start), lines.offsetAt(next.range.end)]);
    }
    return ranges;
  }
});

describe('links', () => {
  it.each([
    ['(see https://www.example.org/guides/back.html).', 'https://www.example.org/guides/back.html'],
    ['at www.example.org/low_back.htm.The patient', 'https://www.example.org/low_back.htm'],
    ['at http://www.example.org.The patient', 'http://www.example.org'],
    ['at http://example.org/a/b.pdf; and more', 'http://example.org/a/b.pdf'],
    ['from https://example.org/page_(anatomy), page 2', 'https://example.org/page_(anatomy)'],
    ['at https://example.org/skilled-\nnursing-care today', 'https://example.org/skilled-nursing-care'],
  ])('are found in %s', (words, target) => {
    const letter = parseDetermination(letterText({ summary: `The record is ${words}`, issues: ISSUE }));
    expect(documentLinks(letter).map((link) => link.target)).toEqual([target]);
  });

  it('are none in mail addresses and broken words', () => {
    const letter = parseDetermination(
      letterText({ summary: 'Write to a@www.example.org or http://x.', issues: ISSUE }),
    );
    expect(documentLinks(letter)).toEqual([]);
  });
});

describe('semantic tokens', () => {
  /** The words that are colored. */
  const colored = (source: string): readonly string[] => {
    const { data } = semanticTokens(parseDetermination(source));
    const lines = source.split('\n');
    const words: string[] = [];
    let [line, start] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      start = (data[i + 1] ?? 0) + (data[i] === 0 ? start : 0);
      line += data[i] ?? 0;
      words.push((lines[line] ?? '').slice(start, start + (data[i + 2] ?? 0)));
    }
    return words;
  };

  it('color the lines of a heading before the one that the grammar knows by its decision', () => {
    expect(colored(letterText({ issues: ISSUE }))).toEqual([
      'Physical therapy 2 times a week for',
      '6 weeks for the neck',
      'is not medically necessary',
    ]);
    expect(colored(letterText({ issues: ISSUE.replace('the neck:\n', 'the neck: ') }))[0]).toBe(
      'Physical therapy 2 times a week for',
    );
    expect(colored(letterText({ issues: 'MRI of the neck: Upheld\n' }))).toEqual([]);
  });

  it('color the reviewer’s own conclusion wherever it wraps, and not what others found', () => {
    const source = letterText({
      summary:
        'The injured worker is a 52 year old male. Utilization review determined that the request was not medically necessary.',
      issues: ISSUE.replace('is not medically necessary', 'is not\nmedically necessary').replace(
        'There is pain.',
        'Utilization review found it was not medically necessary.',
      ),
    });
    const { data } = semanticTokens(parseDetermination(source));
    const types = data.filter((_, i) => i % 5 === 3).map((type) => SEMANTIC_TOKENS_LEGEND.tokenTypes[type]);
    expect(colored(source).map((words, i) => [types[i], words])).toEqual([
      ['plainWords', expect.stringMatching(/was not medically necessary$/)],
      ['issueHeading', 'Physical therapy 2 times a week for'],
      ['issueHeading', '6 weeks for the neck'],
      ['plainWords', expect.stringMatching(/was not medically necessary$/)],
      ['conclusionUpheld', 'is not'],
      ['conclusionUpheld', 'medically necessary'],
    ]);
  });

  it('skip blank lines and page breaks inside a heading', () => {
    const words = colored(fixture('d1-double-spaced'));
    expect(words.every((each) => each === each.trim() && each !== '')).toBe(true);
  });
});
