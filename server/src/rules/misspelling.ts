import type { Passage } from '../determination/passages.ts';
import type { Determination } from '../determination/model.ts';
import { nearlyEqual } from '../guidelines/names.ts';
import type { Finding, Fix, Rule, SpellingDictionary } from './support/rule.ts';
import { type Word, wordings } from './support/wording.ts';

/** A shorter word is an abbreviation more often than a slip. */
const LEAST_LENGTH = 4;
/** A capital makes a word a name. Only long words are told from names by a known word that is nearly the same. */
const LEAST_LENGTH_WITH_CAPITAL = 6;

const rule: Rule = {
  name: 'misspelling',
  title: 'A word that no word list knows',
  category: 'text',
  severity: 'information',
  basis: 'English, medical terms, drugs, and the words of IMR letters; names are left alone.',
  *check(letter, { dictionary }) {
    if (dictionary === null) return;
    for (const { passage, words } of wordings(letter)) {
      for (const [i, word] of words.entries()) {
        if (word.text.length < LEAST_LENGTH || dictionary.isKnown(word.text)) continue;
        const written = passage.prose.text.slice(word.start, word.end);
        if (isWord(written) && !isPartOfOther(passage, word) && !isCut(letter, passage, words, i, dictionary)) {
          yield* unknown(passage, word, written, dictionary);
        }
      }
    }
  },
};
export default rule;

/** Small letters, with a capital at most at the start: no abbreviation, code, unit or trade name ('SI', 'L4', 'OxyContin'). */
const isWord = (written: string): boolean => /^\p{L}[\p{Ll}'’-]*$/u.test(written);

/** Part of an address or of a file's name. */
function isPartOfOther({ prose: { text } }: Passage, { start, end }: Word): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  const blank = text.indexOf(' ', end);
  const chunk = before.slice(before.lastIndexOf(' ') + 1) + text.slice(start, blank < 0 ? text.length : blank);
  return /[@\\_]|:\/\/|\bwww\.|\.(?:com|org|gov|net|edu|html?|pdf)\b/i.test(chunk);
}

/** A line end may cut a word without a hyphen: 'radiculo⏎pathy'. */
function isCut(letter: Determination, { prose }: Passage, words: readonly Word[], i: number, dictionary: SpellingDictionary): boolean {
  const joins = (first: Word | undefined, second: Word | undefined): boolean =>
    first !== undefined &&
    second?.follows === true &&
    letter.text.foldedLines.isLineEnd(prose.from + first.end) &&
    dictionary.isKnown(first.text + second.text);
  return joins(words[i], words[i + 1]) || joins(words[i - 1], words[i]);
}

function* unknown({ prose, issue }: Passage, word: Word, written: string, dictionary: SpellingDictionary): Iterable<Finding> {
  const suggestions = dictionary.suggest(written);
  const near = suggestions.filter((each) => nearlyEqual(each.toLowerCase(), word.text, 1));
  if (/^\p{Lu}/u.test(written) && (near.length === 0 || !startsSentence(prose.text, word.start) || written.length < LEAST_LENGTH_WITH_CAPITAL)) return;
  const span = prose.span(word.start, word.end);
  const fixes = suggestions.map(
    (newText): Fix => ({
      title: `Change “${written}” to “${newText}”`,
      edits: [{ span, newText }],
      kind: near.length === 1 && near[0] === newText ? 'mechanical' : 'judgement',
    }),
  );
  yield { span, message: messageFor(written, suggestions), issue, fixes };
}

function messageFor(written: string, suggestions: readonly string[]): string {
  const quoted = suggestions.map((each) => `“${each}”`);
  const last = quoted.pop();
  if (last === undefined) return `“${written}” is in no word list.`;
  return `“${written}” is in no word list. Should it be ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}

/** True behind a full stop, a colon, a bracket, or at the passage's start. */
const startsSentence = (text: string, at: number): boolean => /(?:^|[.?!:]["”)]? |[("“] ?)$/.test(text.slice(Math.max(0, at - 4), at));
