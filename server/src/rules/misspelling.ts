import type { Finding, Fix, Rule, SpellingDictionary } from '../checking/rule.ts';
import { credentialsStart } from '../determination/lines/passages.ts';
import type { Determination } from '../determination/model/determination.ts';
import { nearlyEqual } from '../text/nearlyEqual.ts';
import type { Prose } from '../text/prose.ts';
import { wordingOf } from '../wording/language.ts';
import { withoutPossessive } from '../wording/possessive.ts';
import { shortSlips } from '../wording/spelling/shortWords.ts';
import { isInAddressOrPath } from '../wording/stretches.ts';
import { hasWord, readWords, type Word, wordings } from '../wording/wording.ts';
import { writtenLike } from '../wording/writtenLike.ts';
import decidingStems from './data/decidingStems.json' with { type: 'json' };
import { quoted } from './support/quoted.ts';
import { scannedCounts } from './support/scannedCounts.ts';

/** A shorter word is more often an abbreviation than a misspelling. */
const LEAST_LENGTH = 4;
/** A longer one, hyphens included, is not a word. */
const GREATEST_LENGTH = 60;
/** A word with a capital may be a name, unless it is as long as this and a known word is nearly the same. */
const LEAST_LENGTH_AT_START = 6;
const LEAST_LENGTH_INSIDE = 8;
/** A word of this length or more is not taken for a name at the start of a sentence, even with two mistakes. */
const LENGTH_FOR_TWO_SLIPS = 10;
const MOST_FIXES = 3;
/** Finding out whether an unknown capitalized word is a name takes long; after this many, the others are taken for names. */
const MOST_NAMES = 50;

const rule: Rule = {
  name: 'misspelling',
  title: 'A possible misspelling',
  category: 'text',
  severity: 'information',
  basis:
    'Words are looked up in lists of English, medical terms, drugs, and the words of IMR letters; names are left alone.',
  needsDictionary: true,
  yieldsTo: ['wrong-word', 'grammar', 'missing-space', 'placeholder'],
  *check(letter, { dictionary }) {
    if (dictionary === null) return;
    yield* scannedCounts(letter);
    let names = 0;
    for (const stretch of stretches(letter)) {
      yield* shortWordFindings(stretch, dictionary);
      for (const unknown of unknownWords(letter, stretch, dictionary)) {
        if (hasCapital(unknown) && ++names > MOST_NAMES) continue;
        const finding = findingOf(letter, stretch, unknown, dictionary);
        if (finding !== null) yield finding;
      }
    }
  },
};
export default rule;

const hasCapital = ({ written }: Pick<Unknown, 'written'>): boolean => /^\p{Lu}/u.test(written);

/** Words that an editor wrote, or that the letter's form has. */
interface Stretch {
  readonly prose: Prose;
  readonly issue: number | null;
  readonly words: readonly Word[];
  /** Every word has a capital, so a capital does not mark a name. */
  readonly isTitle: boolean;
}

function stretches(letter: Determination): readonly Stretch[] {
  const passages = wordings(letter).map(({ passage: { kind, prose, issue }, words }): Stretch => {
    const end = kind === 'form' ? credentialsStart(letter, prose) : prose.length;
    return {
      prose,
      issue,
      words: end === prose.length ? words : words.filter((word) => word.end <= end),
      isTitle: false,
    };
  });
  const whole = letter.text.prose;
  const specialties = letter.reviewer.specialties.map(({ span }): Stretch => {
    const specialty = whole.slice(whole.indexOf(span.start), whole.endOf(span));
    return { prose: specialty, issue: null, words: readWords(specialty.text), isTitle: true };
  });
  return [...specialties, ...passages];
}

/** 'teh', 'fo the': too short for the word lists, and certainly one of the most common words. */
function* shortWordFindings({ prose, issue }: Stretch, dictionary: SpellingDictionary): Iterable<Finding> {
  const passage = wordingOf(prose);
  const { reading } = passage;
  for (const { first, end, rights, isUnknown } of shortSlips(passage)) {
    const written = reading.tokens.slice(first, end);
    // A team may have added it to its words.
    if (isUnknown && dictionary.isKnown(written)) continue;
    const span = passage.span({ first, end });
    const spellings = rights.map((right) => writtenLike(written, right));
    const [only, ...others] = spellings;
    yield {
      span,
      message: `Possible misspelling: “${written}”. Did you mean ${inQuotes(spellings)}?`,
      issue,
      fixes: spellings.map((newText) => ({
        title: `Change “${written}” to “${newText}”`,
        edits: [{ span, newText }],
        kind: only !== undefined && others.length === 0 ? 'mechanical' : 'judgment',
      })),
      ...(isUnknown ? { unknownWord: written } : {}),
    };
  }
}

const inQuotes = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' or ');

/** A word, or a part of one with hyphens, that is not known. Indexes are into the stretch. */
interface Unknown {
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

function* unknownWords(letter: Determination, stretch: Stretch, dictionary: SpellingDictionary): Iterable<Unknown> {
  const { prose, words } = stretch;
  const known = knownWords(dictionary);
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const length = word === undefined ? 0 : word.end - word.start;
    if (word === undefined || length < LEAST_LENGTH || length > GREATEST_LENGTH) continue;
    const same = known.get(word.key);
    if (same !== undefined && word.is(same)) continue;
    if (dictionary.isKnown(word.text)) {
      if (known.size < REMEMBERED_WORDS) known.set(word.key, word.text);
      continue;
    }
    if (isInAddressOrPath(prose.text, word.start, word.end) || isCut(letter, stretch, i, dictionary)) continue;
    let { start } = word;
    for (const part of prose.text.slice(word.start, word.end).split('-')) {
      const end = start + part.length;
      const isKnown = dictionary.isKnown(part.toLowerCase()) || dictionary.isKnown(`${part.toLowerCase()}-`);
      if (part.length >= LEAST_LENGTH && !isKnown && isPlainWord(part)) yield { written: part, start, end };
      start = end + 1;
    }
  }
}

const REMEMBERED_WORDS = 20_000;
const remembered = new WeakMap<SpellingDictionary, Map<number, string>>();

/** Keys of words that a dictionary has already been found to contain, because letters share most of their words. */
function knownWords(dictionary: SpellingDictionary): Map<number, string> {
  const before = remembered.get(dictionary);
  if (before !== undefined) return before;
  const words = new Map<number, string>();
  remembered.set(dictionary, words);
  return words;
}

/** Small letters, with a capital at most at the start: no abbreviation, code, unit or trade name ('SSEPs', 'L4', 'OxyContin'). */
const isPlainWord = (written: string): boolean => /^\p{L}[\p{Ll}'’]*$/u.test(written);

/** A line end may cut a word without a hyphen: 'radiculo⏎pathy'. */
function isCut(letter: Determination, { prose, words }: Stretch, i: number, dictionary: SpellingDictionary): boolean {
  const joins = (first: Word | undefined, second: Word | undefined): boolean =>
    first !== undefined &&
    second?.follows === true &&
    letter.text.foldedLines.isLineEnd(prose.from + first.end) &&
    dictionary.isKnown(first.text + second.text);
  return joins(words[i], words[i + 1]) || joins(words[i - 1], words[i]);
}

function findingOf(
  letter: Determination,
  stretch: Stretch,
  unknown: Unknown,
  dictionary: SpellingDictionary,
): Finding | null {
  const { written, start, end } = unknown;
  const word = written.toLowerCase();
  if (hasCapital(unknown) && mayBeName(stretch, unknown, dictionary)) return null;
  const span = stretch.prose.span(start, end);
  return {
    span,
    message: `Possible misspelling: ${quoted(written, 60)}.`,
    issue: stretch.issue,
    fixes: () => spellingFixes(letter, { written, word, span }, dictionary),
    unknownWord: withoutPossessive(written),
  };
}

interface Misspelt {
  readonly written: string;
  /** In lower case. */
  readonly word: string;
  readonly span: Finding['span'];
}

/** The nearest known words are looked for only when they are needed, because that takes some ten milliseconds a word. */
function spellingFixes(
  letter: Determination,
  { written, word, span }: Misspelt,
  dictionary: SpellingDictionary,
): readonly Fix[] {
  const suggestions = dictionary.suggest(word);
  const isCapital = hasCapital({ written });
  const spellings = suggestions.map((each) => (isCapital ? each.charAt(0).toUpperCase() + each.slice(1) : each));
  const [only, second] = suggestions;
  const isCertain =
    !isCapital &&
    only !== undefined &&
    second === undefined &&
    isNear(only, word) &&
    dictionary.near(word, 1).length === 1 &&
    !decides(only);
  return likeliestFirst(letter, [...new Set(spellings)]).map(
    (newText): Fix => ({
      title: `Change “${written}” to “${newText}”`,
      edits: [{ span, newText }],
      kind: isCertain ? 'mechanical' : 'judgment',
    }),
  );
}

/** A decision or a conclusion is left to the editor: 'innecessary' is nearer to 'necessary' than to 'unnecessary'. */
const decides = (known: string): boolean => decidingStems.some((stem) => known.toLowerCase().includes(stem));

/** One word in place of another, with one mistake. */
const isNear = (known: string, word: string): boolean =>
  !known.includes(' ') && nearlyEqual(known.toLowerCase(), word, 1);

/** Silent where in doubt: where an author is cited, and where no known word, or more than one, is nearly the same. */
function mayBeName(
  { prose, isTitle }: Stretch,
  { written, start, end }: Unknown,
  dictionary: SpellingDictionary,
): boolean {
  const word = written.toLowerCase();
  if (TITLES.some((title) => prose.text.startsWith(title, start - title.length))) return true;
  if (isAuthor(prose.text, end)) return true;
  if (isTitle || startsSentence(prose.text, start)) {
    if (word.length < LEAST_LENGTH_AT_START) return true;
    if (dictionary.near(word, 1).length > 0) return false;
    return word.length < LENGTH_FOR_TWO_SLIPS || dictionary.near(word, 2).length === 0;
  }
  if (word.length < LEAST_LENGTH_INSIDE) return true;
  return dictionary.near(word, 1).filter((each) => /^\p{Ll}/u.test(each)).length !== 1;
}

/** A name follows. */
const TITLES: readonly string[] = ['Dr. ', 'Dr ', 'Mr. ', 'Ms. ', 'Mrs. '];

/** What follows an author: 'Rowe et al.', 'Rowe (2004)', 'Rowe, 2004', 'Rowe AB.'. */
function isAuthor(text: string, end: number): boolean {
  const after = text.slice(text.charAt(end) === ',' ? end + 1 : end, end + 8);
  return after.startsWith(AND_OTHERS) || /^ (?:\(?(?:19|20)\d\d|[A-Z]{1,2}[.,;])/.test(after);
}

const AND_OTHERS = ' et al';

/** True after a full stop, a colon, an opening quotation mark, and where the text begins. */
const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.?!:]["”)]? |["“])$/.test(text.slice(Math.max(0, at - 4), at));

/** A word that the letter uses elsewhere is likelier than one that it does not. */
function likeliestFirst(letter: Determination, suggestions: readonly string[]): readonly string[] {
  const isUsed = (suggestion: string): boolean => hasWord(letter, suggestion.toLowerCase());
  return [...suggestions.filter(isUsed), ...suggestions.filter((each) => !isUsed(each))].slice(0, MOST_FIXES);
}
