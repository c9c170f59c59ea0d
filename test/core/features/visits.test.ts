import { describe, expect, it } from 'vitest';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { codeLenses } from '../../../server/src/features/codeLenses.ts';
import { hover } from '../../../server/src/features/hover/hover.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { defaultCatalogue } from '../../../server/src/guidelines/shipped.ts';
import { letterText, marked } from './support.ts';

const CITED = `Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s):
Physical Medicine.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Physical Medicine.
`;
const SUMMARY =
  'The injured worker is a 52 year old male with myalgia of the neck. He has completed 12 sessions of physical therapy.';

const issue = (heading: string, rationale: string): string =>
  `${heading}\n\n${CITED}\nDecision rationale: ${rationale}\n`;
const NEEDED = 'There is a flare-up. Therefore, the request is medically necessary.';

describe('code lenses', () => {
  const lenses = (text: string): readonly (readonly [line: number, title: string | undefined])[] =>
    codeLenses(parseDetermination(text), defaultCatalogue()).map(({ range, command }) => [
      range.start.line,
      command?.title,
    ]);
  const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length - 1;

  it('show the ledger: requested, had before, guideline, difference', () => {
    const heading = 'Physical therapy 2 times a week for 4 weeks\n(8 sessions) for the neck: Overturned';
    const text = letterText({ summary: SUMMARY, issues: issue(heading, NEEDED) });
    expect(lenses(text)).toEqual([
      [lineOf(text, 'Physical therapy 2'), '8 requested + 12 had = 20 · guideline: 9-10 visits over 8 weeks · 10 over'],
    ]);
  });

  it('say where the request is within the guideline', () => {
    const text = letterText({ issues: issue('Physical therapy x 6 for myalgia of the neck: Overturned', NEEDED) });
    expect(lenses(text).map(([, title]) => title)).toEqual([
      '6 requested · guideline: 9-10 visits over 8 weeks · within',
    ]);
  });

  it('hold a first course against the trial, further visits against the total', () => {
    const reviewer =
      'MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Manual therapy.\n';
    const chiropractic = (summary: string): readonly (string | undefined)[] =>
      lenses(
        letterText({
          summary: `The injured worker is a 52 year old male with pain of the low back. ${summary}`,
          issues: issue('Chiropractic 5 sessions for the low back: Upheld', NEEDED).replace(
            /MAXIMUS guideline: .*\n/,
            reviewer,
          ),
        }),
      ).map(([, title]) => title);
    expect(chiropractic('He has had 6 visits of chiropractic.')[0]).toMatch(
      /5 requested \+ 6 had = 11 · guideline.*: 18 visits/,
    );
    expect(chiropractic('')[0]).toMatch(/^5 requested · guideline.*: 18 visits/);
    const never = issue(
      'Chiropractic 5 sessions for the low back: Upheld',
      `The worker has not had any prior chiropractic treatment. ${NEEDED}`,
    ).replace(/MAXIMUS guideline: .*\n/, reviewer);
    expect(lenses(letterText({ issues: never }))[0]?.[1]).toMatch(
      /none had before · guideline.*: trial of 6 visits over 2 weeks · within$/,
    );
  });

  it('are silent above issues that ask for no visits, and where the heading says it all', () => {
    const uncited = `Acupuncture x 6: Upheld

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: The Expert Reviewer did not cite any medical evidence for its decision.

Decision rationale: ${NEEDED}
`;
    expect(lenses(letterText({ issues: issue('MRI of the neck: Overturned', NEEDED) + uncited }))).toEqual([]);
  });
});

describe('inlay hints', () => {
  /** The words before each hint, and its label. */
  const hints = (
    text: string,
    lines: readonly [first: number, last: number] = [0, 10_000],
  ): readonly (readonly [before: string, label: unknown])[] => {
    const letter = parseDetermination(text);
    const range = { start: { line: lines[0], character: 0 }, end: { line: lines[1], character: 0 } };
    return inlayHints(letter, range).map(({ position, label }) => {
      const at = letter.text.lines.offsetAt(position);
      return [text.slice(at - 8, at), label];
    });
  };

  it.each([
    ['Physical therapy 2x6 weeks for the neck: Upheld', [['x6 weeks', '= 12 visits']]],
    ['Physical therapy 1-2 times a week for 6 weeks: Upheld', [['6 weeks', '= 6-12 visits']]],
    ['Acupuncture twice a week for 3 months: Upheld', [['3 months', 'about 26 visits']]],
    ['Physical therapy 2x6 weeks (12 sessions) for the neck: Upheld', []],
    ['Physical therapy 12 sessions, 2 times a week for 6 weeks: Upheld', []],
    ['Physical therapy 2 times a week for 6 weeks for the neck, QTY: 12: Upheld', []],
    ['Ibuprofen 800mg #60: Upheld', []],
  ])('in the heading %s', (heading, expected) => {
    const found = hints(letterText({ issues: issue(heading, NEEDED) }));
    expect(found.map(([before, label]) => [before.trim(), label])).toEqual(expected);
  });

  it('are in prose about therapy, not about other things done each week', () => {
    const summary =
      'The treating physician requested physical therapy 3 times a week for 4 weeks. He exercises at home 3 times a week for 4 weeks.';
    expect(hints(letterText({ summary, issues: issue('MRI of the neck: Upheld', NEEDED) }))).toEqual([
      [' 4 weeks', '= 12 visits'],
    ]);
  });

  it('are given for the lines that are shown', () => {
    const text = letterText({ issues: issue('Physical therapy 2x6 weeks for the neck: Upheld', NEEDED) });
    expect(hints(text, [0, 3])).toEqual([]);
  });
});

describe('hover on a count of visits', () => {
  const card = (text: string): string => {
    const { letter, at } = marked(text);
    return JSON.stringify(
      hover(letter, at, { guidelines: defaultCatalogue(), reports: [], explains: false })?.contents ?? '',
    );
  };

  it('shows the ledger with the lines it comes from', () => {
    const heading = 'Physical therapy 2 times a week for ‸4 weeks for the neck: Overturned';
    const text = card(letterText({ summary: SUMMARY, issues: issue(heading, NEEDED) }));
    expect(text).toContain('2 a week × 4 weeks = 8 visits.');
    expect(text).toContain('| Requested | 8 | line 19 |');
    expect(text).toContain('| Had or authorized before | 12 | line 14 |');
    expect(text).toContain('| **Together** | **20** |');
    expect(text).toMatch(
      /\| Guideline: 9-10 visits over 8 weeks \(Myalgia and myositis, unspecified\) \| 10 \| line 24 \|/,
    );
    expect(text).toContain('| **Against the limit** | **10 over** |');
  });

  it('shows it on a count in the summary and in the rationale, with what the count is', () => {
    const heading = 'Physical therapy x 8 for the neck: Overturned';
    const summary = SUMMARY.replace('12', '‸12');
    expect(card(letterText({ summary, issues: issue(heading, NEEDED) }))).toMatch(
      /Visits already had.*\| Requested \| 8 /,
    );
    const rationale = 'The guideline recommends up to ‸10 visits over 8 weeks. The request is medically necessary.';
    expect(card(letterText({ issues: issue(heading, rationale) }))).toMatch(
      /A figure of a guideline.*\| Requested \| 8 /,
    );
  });

  it('shows what a heading computes wrongly', () => {
    const heading = 'Physical therapy 2x6 weeks (‸10 sessions) for the neck: Upheld';
    expect(card(letterText({ issues: issue(heading, NEEDED) }))).toContain('= 12 visits; the letter says 10.');
  });

  it('is silent on a number that counts no visits', () => {
    expect(card(letterText({ issues: issue('Ibuprofen 800mg #‸60: Upheld', NEEDED) }))).toBe('""');
  });
});
