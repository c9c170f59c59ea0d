/**
 * What rules say about their own examples: for the pages of the rules, which show each kind of message word for word
 * (`scripts/generate.mjs`), and for the test that holds how messages are worded.
 */
import { checkDetermination, defaultContext } from '../../../server/src/checking/check.ts';
import type { Report, Rule, SpellingDictionary } from '../../../server/src/checking/rule.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { GRAMMAR_ROWS } from '../../../server/src/wording/grammar/rows.ts';
import { readRuleExamples } from './ruleExamples.ts';

export { RULES } from '../../../server/src/rules/index.ts';
export { loadDictionary } from '../../../server/src/wording/spelling/shipped.ts';

/** A finding in the letter that it was made in. */
export interface Said {
  readonly report: Report;
  readonly letter: string;
}

/** @param examples the file of the rule's examples */
export function saidOf(rule: Rule, examples: string, dictionary: SpellingDictionary): readonly Said[] {
  const letters = [
    ...readRuleExamples(examples)
      .filter(({ kind }) => kind === 'fires')
      .map(({ text }) => text),
    // A row's example of its own is the shortest there is.
    ...(rule.name === 'grammar' ? GRAMMAR_ROWS.rows.flatMap(({ holds: [first = ''] }) => letterWith(first)) : []),
  ];
  const context = { ...defaultContext(), dictionary };
  return letters.flatMap((letter) =>
    checkDetermination(parseDetermination(letter), [rule], {}, context).map((report) => ({ report, letter })),
  );
}

const letterWith = (sentence: string): string => `IMR ISSUES, DECISIONS AND RATIONALES

Acetaminophen 500mg #60: Upheld

Decision rationale: ${sentence}
`;

/** A message without what differs from letter to letter: words of the letter, numbers, sides, decisions. */
export const kindOf = (message: string): string =>
  message
    .replace(/“[^“”]*”/g, '“”')
    .replace(/\bCM\d\d-\w+/g, '0')
    .replace(/#?\d[\d.,/-]*(?<=\d)/g, '0')
    .replace(/\b(?:PARTIAL OVERTURN|OVERTURN|UPHOLD|Upheld|Overturned)\b/g, 'Decided')
    .replace(/\b(?:left|right)\b/gi, 'side')
    .replace(/\b0 ?(?:visits|tablets?|tubes?|refills?|injections?|hours a day|days of supply|mg)\b/g, '0');

/** The first finding of each kind, in the order of the examples. */
export function oneOfEachKind(said: readonly Said[]): readonly Said[] {
  const kinds = new Map<string, Said>();
  for (const each of said) {
    const kind = kindOf(each.report.message);
    if (!kinds.has(kind)) kinds.set(kind, each);
  }
  return [...kinds.values()];
}

/** The part of a rule's page that shows each kind of message with the words that it is about. */
export const messagesSection = (said: readonly Said[]): string =>
  [
    '## Messages',
    '',
    'From the examples that the rule is tested with; the marked words are in bold.',
    '',
    ...oneOfEachKind(said).map(({ report, letter }) => `- ${escaped(report.message)} — ${shown(report, letter)}`),
    '',
  ].join('\n');

/** This many characters are shown before the marked words, and after them. */
const AROUND = 40;
const MOST_MARKED = 90;

function shown({ span }: Report, letter: string): string {
  // Whole words, as bold that begins or ends within a word is none in Markdown.
  const start = span.start - (/\S*$/.exec(letter.slice(0, span.start))?.[0].length ?? 0);
  const end = span.end + (/^\S*/.exec(letter.slice(span.end))?.[0].length ?? 0);
  const paragraphEnd = letter.indexOf('\n\n', end);
  const before = plain(letter.slice(letter.lastIndexOf('\n\n', start) + 1, start));
  const after = plain(letter.slice(end, paragraphEnd < 0 ? undefined : paragraphEnd));
  const marked = plain(letter.slice(start, end)).trim();
  return `“${escaped(lastOf(before.trimStart()))}**${escaped(firstOf(marked, MOST_MARKED))}**${escaped(firstOf(after.trimEnd(), AROUND))}”`;
}

const plain = (text: string): string => text.replace(/\s+/g, ' ');

const lastOf = (text: string): string =>
  text.length <= AROUND ? text : `… ${text.slice(text.indexOf(' ', text.length - AROUND) + 1)}`;

const firstOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most))} …`;

/** As Markdown that means nothing but itself. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#]/g, '\\$&');
