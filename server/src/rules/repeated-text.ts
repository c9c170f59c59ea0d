import type { Finding, Fix, Rule } from '../checking/rule.ts';
import type { Passage } from '../determination/lines/passages.ts';
import { sentencesIn } from '../determination/readers/shared/sentences.ts';
import type { Prose } from '../text/prose.ts';
import { type Word, wordings } from '../wording/wording.ts';
import { wordSet } from '../wording/wordSet.ts';
import { quoted } from './support/quoted.ts';

/** Words that are rightly repeated in English or in medicine. */
const SAID_TWICE: ReadonlySet<string> = new Set(['had', 'that', 'very', 'many', 'long', 'much', 'walla', 'do']);
/** What follows a second 'that' that should not be there: 'that that the patient'; or a plural. */
const AFTER_THAT = wordSet(
  'the this these those a an there he she it they his her guidelines patients patient injured claimant applicant treatment no most some all up additional further physical',
);
const VERBS_AFTER_THAT = wordSet('is was has does means seems makes helps shows remains');
/** 'What it is is a strain.' */
const BEFORE_IS = wordSet('it what this that');
/** 'They gave her her medication.' */
const BEFORE_HER = wordSet(
  'gave give gives giving told tell showed sent handed offered asked cost causes caused allow allows allowed bring brought for to with',
);
/** 'A drug that is not recommended is not recommended.' */
const RELATIVES = wordSet('that which who what whatever');
const HELPERS = wordSet('is are was were has have had do does did can may');
/** Said twice for emphasis: 'never, never'. */
const EMPHATIC = wordSet('never always really slowly quickly higher lower better worse again please');
/** A shorter word may be repeated for emphasis: 'long, long'. */
const LEAST_IN_LIST = 5;
/** The longest phrase that is looked for, in words. */
const LONGEST = 6;
/** A shorter sentence is often repeated ('No change.'). */
const SHORTEST_SENTENCE = 3;

/** A stretch of prose in words. */
interface Worded {
  readonly passage: Pick<Passage, 'prose' | 'issue'>;
  readonly words: readonly Word[];
}

const rule: Rule = {
  name: 'repeated-text',
  title: 'A word, phrase, or sentence is repeated',
  category: 'text',
  severity: 'information',
  basis: 'A typing or copying error.',
  *check(letter) {
    for (const wording of wordings(letter)) {
      yield* repeatedWords(wording);
      yield* repeatedSentences(wording);
    }
  },
};
export default rule;

function* repeatedWords(wording: Worded): Iterable<Finding> {
  const { words } = wording;
  for (let i = 0; i < words.length; i++) {
    for (let length = 1; length <= LONGEST && length <= i; length++) {
      if (!haveSameKeys(words, i - length, i, length) || !isRepeated(wording, i - length, length)) continue;
      yield finding(wording, i - length, length);
      i += length - 1;
      break;
    }
  }
}

function haveSameKeys(words: readonly Word[], one: number, other: number, length: number): boolean {
  for (let k = 0; k < length; k++) {
    if (words[one + k]?.key !== words[other + k]?.key) return false;
  }
  return true;
}

/** Whether the `length` words from `first` on are repeated right after themselves. */
function isRepeated({ words, passage }: Worded, first: number, length: number): boolean {
  const { text } = passage.prose;
  for (let k = 0; k < length; k++) {
    const one = words[first + k];
    const other = words[first + length + k];
    if (one === undefined || other?.text !== one.text) return false;
    // Figures may repeat: '5 5', 'C5-6 and C5-6'.
    // Letters of a list may, too; not 'had a a cast'.
    if (/\d/.test(one.text) || (one.text.length === 1 && text.slice(one.start, one.end) !== 'a')) return false;
    if (k > 0 && (!one.follows || !other.follows)) return false;
  }
  const second = words[first + length];
  const end = words[first + 2 * length - 1];
  if (second === undefined || end === undefined) return false;
  if (second.follows) return length > 1 ? !isRelativeClause(words, first) : isWordTwice(words, first);
  // 'diagnostic imaging, diagnostic imaging, and': the same item twice in a list.
  const between = text.slice(words[first + length - 1]?.end, second.start);
  return between === ', ' && isListItem(text, words, first, end);
}

function isWordTwice(words: readonly Word[], first: number): boolean {
  const text = words[first]?.text ?? '';
  const behind = words[first + 2];
  if (text === 'is' && BEFORE_IS.has(words[first - 1]?.text ?? '')) return false;
  if (HELPERS.has(text) && isAfterClause(words, first)) return false;
  if (PARTICLES.has(text) && PHRASAL.has(words[first - 1]?.text ?? '')) return false;
  if (text === 'to' && isAfterRelative(words, first)) return false;
  if (text === 'her') return !BEFORE_HER.has(words[first - 1]?.text ?? '');
  if (!SAID_TWICE.has(text)) return true;
  // 'That that is uncertain cannot be certified.'
  if (words[first]?.follows !== true) return false;
  if (text !== 'that' || behind?.follows !== true) return false;
  // 'She said that that was all.'
  return AFTER_THAT.has(behind.text) || (behind.text.endsWith('s') && !VERBS_AFTER_THAT.has(behind.text));
}

/** 'What the cause is is not known', 'how old she was was not asked': the first verb ends a clause, the second begins another. */
function isAfterClause(words: readonly Word[], first: number): boolean {
  return isSoonAfter(words, first, CLAUSES);
}

/** Whether one of some words is shortly before another, without a mark between them. */
function isSoonAfter(words: readonly Word[], first: number, openers: ReadonlySet<string>): boolean {
  for (let at = first - 1; at >= Math.max(0, first - LONGEST_CLAUSE) && words[at + 1]?.follows === true; at--)
    if (openers.has(words[at]?.text ?? '')) return true;
  return false;
}

/** 'The pain came on on the way home': the first word belongs to the verb. */
const PARTICLES = wordSet('on in');
const PHRASAL = wordSet('came come comes coming went go goes going gone set sets moved brought turned');

/** 'the clinic that he was sent to to have it removed': the first word ends a clause. */
const isAfterRelative = (words: readonly Word[], first: number): boolean =>
  isSoonAfter(words, first - 1, CLAUSES_OF_NOUNS);

const CLAUSES_OF_NOUNS = wordSet('that which whom who');

const CLAUSES = wordSet('what whatever how why where whoever');
const LONGEST_CLAUSE = 8;

function isRelativeClause(words: readonly Word[], first: number): boolean {
  const opener = words[first - 1]?.text ?? '';
  return RELATIVES.has(opener) && HELPERS.has(words[first]?.text ?? '');
}

/** A phrase begins after a comma, a longer word anywhere; both end before one. */
function isListItem(text: string, words: readonly Word[], first: number, end: Word): boolean {
  const start = words[first]?.start ?? 0;
  const word = words[first]?.text ?? '';
  const isOne = words[first + 1]?.end === end.end && word.length >= LEAST_IN_LIST && !EMPHATIC.has(word);
  const opens = isOne || start === 0 || /[,:(;] ?$/.test(text.slice(Math.max(0, start - 2), start));
  return opens && /^(?:[,.;)]|$)/.test(text.slice(end.end, end.end + 1));
}

function finding({ words, passage: { prose, issue } }: Worded, first: number, length: number): Finding {
  const one = words[first + length - 1];
  const second = words[first + length];
  const end = words[first + 2 * length - 1];
  const from = one?.end ?? 0;
  const to = end?.end ?? from;
  const repeated = prose.text.slice(second?.start ?? from, to);
  return {
    span: prose.span(second?.start ?? from, to),
    message: `${quoted(repeated, 60)} is repeated.`,
    issue,
    related: [{ span: prose.span(words[first]?.start ?? 0, from), message: 'First here.' }],
    fixes: [
      removal(prose.span(from, to), `Remove the second “${repeated}”`, denies(repeated) ? 'judgment' : 'mechanical'),
    ],
  };
}

function* repeatedSentences({ passage: { prose, issue } }: Worded): Iterable<Finding> {
  let previous: Prose | null = null;
  for (const sentence of sentencesIn(prose)) {
    if (previous !== null && saysTheSame(previous, sentence)) {
      yield {
        span: sentence.range,
        message: 'This sentence is repeated.',
        issue,
        related: [{ span: previous.range, message: 'First here.' }],
        fixes: [removal(prose.span(previous.to - prose.from, sentence.to - prose.from), 'Remove the second sentence')],
      };
    }
    previous = sentence;
  }
}

/** The same words; punctuation and capitals do not matter. */
function saysTheSame(one: Prose, other: Prose): boolean {
  if (Math.abs(one.length - other.length) > 3) return false;
  const words = wordsOf(one);
  return words.split(' ').length >= SHORTEST_SENTENCE && words === wordsOf(other);
}

const wordsOf = ({ text }: Prose): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9%#]+/g, ' ')
    .trim();

const removal = (span: Finding['span'], title: string, kind: Fix['kind'] = 'mechanical'): Fix => ({
  title,
  edits: [{ span, newText: '' }],
  kind,
});

/** 'is not not medically necessary': the editor must say what is denied. */
const DENIALS = wordSet('no not nor never none without cannot');
const denies = (words: string): boolean =>
  words
    .toLowerCase()
    .split(' ')
    .some((word) => DENIALS.has(word));
