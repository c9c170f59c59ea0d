import { verbForms } from '../../language/lexicon/forms.ts';
import { wordSet } from '../wordSet.ts';
import type { Find } from './find.ts';
import data from './governed.json' with { type: 'json' };
import { Part, VERBAL } from './parts.ts';
import { nounPhraseAt, type Sentence } from './phrase.ts';
import type { WordingSlip } from './slip.ts';

const byWord = (lists: readonly { readonly takes: string | null; readonly words: string }[]): Map<string, string> =>
  new Map(lists.flatMap(({ takes, words }) => words.split(' ').map((word) => [word, takes ?? ''] as const)));

/** Adjectives, nouns of what may be anywhere, and nouns that are always of something; with the preposition that belongs to each. */
const ADJECTIVES = byWord(data.adjectives);
const NOUNS = byWord(data.nouns);
const PARTS_OF = byWord(data.parts);

/** Whatever begins a noun phrase for certain. */
const BEGINS = wordSet('the a an his her its their this these those');

const ARTICLES = wordSet('a an');

/** They begin a sentence, too: 'According the note'. */
const OPENERS = wordSet('according pursuant subsequent secondary contingent');

/** 'no documentation the worker’s consent', 'consistent the guideline', 'no documentation functional gains'. */
function missingPreposition(sentence: Sentence, at: number): WordingSlip | null {
  const { tokens } = sentence.reading;
  if ((at === sentence.first && !OPENERS.has(sentence.word(at))) || tokens.isCapitals(at) || tokens.isGlued(at + 1))
    return null;
  const word = sentence.word(at);
  if (BEGINS.has(sentence.word(at + 1)) && !tokens.isCapitals(at + 1)) {
    const takes = ADJECTIVES.get(word);
    if (takes !== undefined) return isPredicate(sentence, at) ? slipOf(sentence, at, takes) : null;
    const of = NOUNS.get(word);
    // 'pain a day after'
    if (of === '' && ARTICLES.has(sentence.word(at + 1))) return null;
    return of !== undefined && isObject(sentence, at) && isPlainEnd(sentence, at + 1) ? slipOf(sentence, at, of) : null;
  }
  const of = PARTS_OF.get(word);
  return of !== undefined && describesOther(sentence, at) ? slipOf(sentence, at, of) : null;
}

function slipOf(sentence: Sentence, at: number, takes: string): WordingSlip {
  const word = sentence.reading.tokens.written(at);
  return takes === ''
    ? {
        first: at,
        end: at + 2,
        message: `A word such as “of” or “in” is missing after “${word}”.`,
        rights: [],
      }
    : { first: at, end: at + 1, message: `“${takes}” is missing after “${word}”.`, rights: [`${word} ${takes}`] };
}

/** 'a prior the' is something else, and so is 'it was similar the same day'. */
const isPredicate = (sentence: Sentence, at: number): boolean =>
  !sentence.may(at - 1, Part.determiner) && sentence.word(at + 2) !== 'same';

/** What follows a time is no object: 'had surgery the next day'. */
const TIMES = wordSet(
  'day week month year night morning evening afternoon weekend time moment hour minute summer fall winter spring next same following previous first second last whole entire more less way',
);
/** They have two objects: 'considers surgery the best option'. */
const TWOFOLD = wordSet(
  'consider considers considered considering deem deems deemed call calls called rate rates rated rating graded scored make makes made making find finds found name given gives give gave',
);
const LONGEST_REACH = 14;

/** The noun follows a verb in its clause: 'There is no documentation …'; in 'On examination the knee …' none is there. */
function isObject(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(sentence.first, at - LONGEST_REACH); before--) {
    const word = sentence.word(before);
    if (TWOFOLD.has(word) || OPENING.has(word)) return false;
    // 'ongoing' is no verb.
    const isVerb = sentence.must(before, VERBAL) && !sentence.may(before, Part.guessed);
    if (isVerb || sentence.may(before, Part.auxiliary)) return !sentence.may(before, Part.ing);
    if (sentence.reading.tokens.isMark(before) && word !== '-' && word !== '/') return false;
  }
  return false;
}

/** What follows may be a clause of its own: 'after surgery the knee was stiff'. */
const OPENING = wordSet('after before since during upon when while if although because despite following until as');

/** No verb follows the phrase in its clause: 'no documentation the worker has failed' lacks no more than 'that'. */
function isPlainEnd(sentence: Sentence, first: number): boolean {
  const phrase = nounPhraseAt(sentence, first);
  if (TIMES.has(sentence.word(phrase?.head ?? first)) || TIMES.has(sentence.word(first + 1))) return false;
  const end = phrase?.end ?? first + 2;
  for (let at = first + 1; at < Math.min(sentence.end, first + LONGEST_REACH); at++) {
    const { tokens } = sentence.reading;
    if (tokens.isMark(at)) {
      const mark = tokens.written(at);
      if (STOPS.has(mark)) return mark === '.' || mark === ';';
      continue;
    }
    const isVerb = sentence.may(at, Part.auxiliary | Part.past) && !sentence.may(at, Part.adjective);
    // 'in May'
    if (isVerb && !tokens.isCapitalized(at) && !AFTER_NOUN.has(sentence.word(at))) return false;
    // 'willingness to consider': what follows belongs to the infinitive.
    if (sentence.word(at) === 'to' && sentence.may(at + 1, Part.base)) return true;
    if (at >= end && sentence.may(at, Part.third | Part.base | Part.pronoun)) {
      if (!sentence.may(at - 1, Part.preposition | Part.determiner | Part.adjective) || sentence.may(at, Part.pronoun))
        return false;
    }
  }
  return true;
}

const STOPS = wordSet('. ; , ? : ( —');
/** A participle that describes the noun before it. */
const AFTER_NOUN = wordSet('requested dated provided submitted performed prescribed needed involved required');

/** 'no documentation functional gains': an adjective and a noun, after what is always of something. */
function describesOther(sentence: Sentence, at: number): boolean {
  const next = at + 1;
  if (!sentence.may(at - 1, Part.determiner | Part.auxiliary) && !QUALIFIERS.has(sentence.word(at - 1))) return false;
  if (!sentence.must(next, Part.adjective) || AFTERWARDS.has(sentence.word(next))) return false;
  const phrase = nounPhraseAt(sentence, next);
  return phrase !== null && phrase.head > next && sentence.word(phrase.end) !== '-' && !sentence.isNumber(phrase.end);
}

const QUALIFIERS = wordSet('no any without insufficient sufficient adequate inadequate objective recent clinical');
/** Adjectives that come after their noun. */
const AFTERWARDS = wordSet(
  'available sufficient adequate present necessary consistent able unable likely due relevant',
);

/** The prepositions that never follow a word, and the one that does. */
const OTHERS = new Map(
  data.others.flatMap(({ takes, never, words }) => {
    const wrong = { takes, never: wordSet(never) };
    return words.split(' ').flatMap((word) => formsOf(word).map((form) => [form, wrong] as const));
  }),
);

/** 'rely~' is each of its forms. */
function formsOf(word: string): readonly string[] {
  return word.endsWith('~') ? [...verbForms(word.slice(0, -1)).keys()] : [word];
}

/** 'relied in the note', 'diagnosed for a sprain': another preposition than the word's own. */
function otherPreposition(sentence: Sentence, at: number): WordingSlip | null {
  const other = OTHERS.get(sentence.word(at));
  const next = at + 1;
  const wrong = sentence.word(next);
  if (other === undefined || !other.never.has(wrong)) return null;
  const mayBeTime = !TIMELESS.has(wrong);
  if (!hasOwnObject(sentence, next + 1, mayBeTime)) return null;
  // 'the withdrawn of the two'
  if (!mayBeTime && sentence.must(at - 1, Part.determiner | Part.adjective)) return null;
  const { tokens } = sentence.reading;
  if (tokens.isGlued(next) || tokens.isCapitalized(next)) return null;
  return {
    first: next,
    end: next + 1,
    message: `Use “${other.takes}” after “${tokens.written(at)}”, not “${wrong}”.`,
    rights: [other.takes],
  };
}

/** What follows a preposition that belongs to no word before it: 'relied for years on', 'diagnosed for the first time'. */
const ADVERBIAL = wordSet('time times moment years months weeks days part course extent degree end late');
const BEFORE_TIMES = wordSet('first last many several some a');
/** They come before no day: 'in May', 'at 5'. */
const TIMELESS = wordSet('of with than as about by');

/** The preposition has an object, which is no time and no idiom. */
function hasOwnObject(sentence: Sentence, first: number, mayBeTime: boolean): boolean {
  if (!mayBeTime && sentence.isNumber(first)) return !ADVERBIAL.has(sentence.word(first + 1));
  if (!sentence.reading.tokens.isWord(first) || sentence.may(first, Part.preposition | Part.auxiliary)) return false;
  let at = sentence.may(first, Part.determiner) ? first + 1 : first;
  if (BEFORE_TIMES.has(sentence.word(at))) at++;
  return !ADVERBIAL.has(sentence.word(at)) && !sentence.isNumber(at);
}

/** What is looked for at which words. */
export const GOVERNED: readonly (readonly [string, Find])[] = [
  ...new Set([...ADJECTIVES.keys(), ...NOUNS.keys(), ...PARTS_OF.keys(), ...OTHERS.keys()]),
].map((word) => [word, (sentence, at) => missingPreposition(sentence, at) ?? otherPreposition(sentence, at)]);
