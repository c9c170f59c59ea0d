import { describe, expect, test } from 'vitest';
import { INITIAL } from 'vscode-textmate';
import { loadRegistry, tokenize } from './tokenizer.ts';

const { grammar } = await loadRegistry();

/** `editor.maxTokenizationLineLength`: VS Code leaves longer lines plain. */
const VSCODE_LINE_LIMIT = 20_000;

/** Text that opens a rule of several lines and never closes it as it should be closed. */
const openings = [
  'Claims Administrator guideline:',
  'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care, and',
  'MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines Physical Medicine',
  'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Initial Care Page(s): 98,',
  'Page(s):',
  'Page(s): 98-99 of',
  'State(s) of Licensure: Nevada,',
  'Certification(s)/Specialty: Family Practice,',
  '1) MAXIMUS Federal Services, Inc. has determined the request for six visits',
  '2. The request for a brace',
  'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT',
  'RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE WAS',
  'Therefore the request is not medically',
  'Therefore the request is not',
  'Therefore the request is medically',
  'Therefore the request is',
  'The report of 11-30-',
  'The report of November 18,',
  'See http://www.example.org/health/skilled-',
  'A brace was the original',
  'Physical therapy: ',
];

const rest = [
  'CLINICAL CASE SUMMARY',
  'The worker had 12 visits since 11-18-2016 and says so.',
  'Physical therapy x 6: Upheld',
  'Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.',
  'Decision rationale: The request is not medically necessary.',
];

describe('an opening that is never closed leaves the rest of the letter as it is', () => {
  const expected = tokenize(grammar, rest.join('\n'));

  test.each(openings)('%s', (opening) => {
    for (const gap of ['\n\n', '\n \n', '\r\n\r\n', '\n\f\n']) {
      expect(tokenize(grammar, `${opening}${gap}${rest.join('\n')}`).slice(-rest.length)).toEqual(expected);
    }
  });

  test.each(openings)('%s (no blank line before the next heading or label)', (opening) => {
    for (const [index, next] of rest.entries()) {
      if (!/^(?:CLINICAL|Physical|Claims|Decision)/.test(next)) continue;
      for (const indent of ['', '    ', '\f']) {
        const text = [opening, indent + next, ...rest.slice(index + 1)].join('\n');
        expect(
          tokenize(grammar, text)
            .slice(index - rest.length)
            .map(scoped),
        ).toEqual(expected.slice(index).map(scoped));
      }
    }
  });
});

describe('a hostile line is tokenized in time that grows with its length', () => {
  const units = [
    ' ',
    '\t \f',
    '1-',
    '1-1-1-',
    '1/1/',
    '12 ',
    '1 to ',
    '(1) ',
    'one ',
    'one a ',
    'x',
    'x 1 ',
    '#1',
    ': ',
    ':',
    '. ',
    ', and ',
    'A ',
    'AB, ',
    'is ',
    'is not ',
    'not be ',
    'L4-5-',
    'C5/',
    'www.',
    'a.',
    'Page(s): ',
    'Page(s): 1, ',
    'Section(s): ',
    'MTUS ',
    'Guidelines ',
    'Official ',
    'Low Back ',
    'none of the disputed ',
    'all of the disputed are ',
    'request for ',
    '1) The request for ',
    'January ',
    'Upheld ',
    ': Upheld ',
    'was the original ',
    '1%-',
    '\u2013',
    '\u{1f600}',
  ];
  const beginnings = [
    'A',
    'MAXIMUS guideline: Decision based on MTUS ',
    'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): ',
    '1. The request for ',
    'Certification(s)/Specialty: ',
    'Page(s): ',
  ];

  test.each(units)('of %j', (unit) => {
    expectLinearTime((length) => filledLine('', unit, length));
  });

  test.each(beginnings)('after %j', (beginning) => {
    for (const unit of [' ', ', and ', '12, ', 'Initial Care, ', 'www.']) {
      expectLinearTime((length) => filledLine(beginning, unit, length));
    }
  });

  test.each([' ', '1-1-1-', 'Page(s): '])('of %j, 100 KB long', (unit) => {
    expect(tokenizeMs(filledLine('', unit, 100_000))).toBeLessThan(3000);
  });
});

/** A line that no rule can take whole: it ends in a letter of its own. */
function filledLine(beginning: string, unit: string, length: number): string {
  return `${beginning}${unit.repeat(Math.ceil(length / unit.length))}x`;
}

/** Four times the text may take about four times as long (16 times would be a square); a short time needs no second look. */
function expectLinearTime(line: (length: number) => string): void {
  if (tokenizeMs(line(VSCODE_LINE_LIMIT)) < 150) return;
  const best = (length: number) => Math.min(...[1, 2, 3].map(() => tokenizeMs(line(length))));
  expect(best(VSCODE_LINE_LIMIT) / best(VSCODE_LINE_LIMIT / 4)).toBeLessThan(9);
}

/** Tokens without the split that a zero-width end makes of a line's indent. */
function scoped(tokens: ReturnType<typeof tokenize>[number]): readonly (readonly [string, string])[] {
  return tokens.filter(({ text }) => text.trim() !== '').map(({ text, scopes }) => [text.trim(), scopes.join(' ')]);
}

/** Of the processor, in milliseconds: a busy machine makes no line slow. */
function tokenizeMs(line: string): number {
  const start = process.cpuUsage();
  // The second line shows that the rules of several lines let go of such a line, too.
  const { ruleStack } = grammar.tokenizeLine2(line, INITIAL);
  grammar.tokenizeLine2('CLINICAL CASE SUMMARY', ruleStack);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
