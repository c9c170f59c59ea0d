import { Form, pluralOf, verbForms } from '../../language/lexicon/forms.ts';
import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Reading } from '../../language/reading.ts';
import data from './parts.json' with { type: 'json' };

/** Bits: what a word may be in a sentence. Most words may be several things, and then no slip is seen in them. */
export const Part = {
  /** A noun that is counted, in the singular. */
  noun: 1,
  plural: 2,
  /** A noun that is not counted: 'evidence'. */
  mass: 4,
  base: 8,
  /** 'shows' */
  third: 16,
  past: 32,
  participle: 64,
  ing: 128,
  adjective: 256,
  adverb: 512,
  preposition: 1024,
  determiner: 2048,
  conjunction: 4096,
  pronoun: 8192,
  /** A form of 'be', 'have', 'do', or a modal verb: none of the bits of verbs above is set. */
  auxiliary: 16384,
  /** A word for a number above one. */
  number: 32768,
  /** Not in the lists: what it may be is guessed by its ending. */
  guessed: 65536,
} as const;

export const NOMINAL = Part.noun | Part.plural | Part.mass;
export const VERBAL = Part.base | Part.third | Part.past | Part.participle | Part.ing;

const VERB_PARTS: readonly (readonly [form: number, part: number])[] = [
  [Form.base, Part.base],
  [Form.thirdPerson, Part.third],
  [Form.past, Part.past],
  [Form.participle, Part.participle],
  [Form.ing, Part.ing],
];

const AUXILIARIES =
  'am is are was were be been being has have had having do does did will would shall should can could may might must cannot ought';
const NUMBERS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety';

/** What words may be, by their numbers in a lexicon. */
class Parts {
  readonly #parts: number[] = [];

  /** Adds the words to a lexicon that no letter was read with yet. */
  compile(lexicon: Lexicon): void {
    const add = (word: string, part: number): void => {
      const number = lexicon.words.add(word);
      this.#parts[number] = (this.#parts[number] ?? 0) | part;
    };
    const addAll = (lists: readonly string[], part: number): void => {
      for (const word of wordsOf(lists)) add(word, part);
    };
    for (const noun of wordsOf(data.nouns)) {
      if (noun.includes('-')) continue;
      add(noun, Part.noun);
      add(pluralOf(noun), Part.plural);
    }
    addAll(data.mass, Part.mass);
    for (const plural of wordsOf(data.plurals)) if (!plural.includes('-')) add(plural, Part.plural);
    for (const verb of wordsOf(data.verbs)) {
      for (const [word, form] of verbForms(verb)) {
        for (const [bit, part] of VERB_PARTS) if ((form & bit) !== 0) add(word, part);
      }
    }
    addAll(data.participles, Part.past | Part.participle);
    addAll(data.adjectives, Part.adjective);
    addAll(data.adverbs, Part.adverb);
    addAll(data.prepositions, Part.preposition);
    addAll(data.determiners, Part.determiner);
    addAll(data.conjunctions, Part.conjunction);
    addAll(data.pronouns, Part.pronoun);
    addAll([NUMBERS], Part.number);
    for (const word of AUXILIARIES.split(' ')) this.#parts[lexicon.words.add(word)] = Part.auxiliary;
  }

  /** What the lists say of a word of a lexicon, in small letters. */
  ofWord(lexicon: Lexicon, word: string): number {
    return this.#parts[lexicon.words.numberOf(word)] ?? 0;
  }

  /** Bits of `Part` for each token; 0 for marks, figures and words that nothing is known of. */
  readonly all = (reading: Reading): Int32Array => {
    const { tokens } = reading;
    const parts = new Int32Array(tokens.count);
    for (let at = 0; at < tokens.count; at++) {
      parts[at] = this.#parts[tokens.word(at)] ?? (tokens.isWord(at) ? guess(tokens.written(at)) : 0);
    }
    return parts;
  };

  /** Bits of `Part` for one token. */
  at(reading: Reading, at: number): number {
    return reading.get(this.all)[at] ?? 0;
  }
}

const wordsOf = (lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(' '));

/** What a word's ending says of it; a word with capitals alone is an abbreviation. */
function guess(written: string): number {
  if (written.length < 5 || written === written.toUpperCase()) return 0;
  for (const [ending, part] of ENDINGS) if (written.endsWith(ending)) return part | Part.guessed;
  return 0;
}

/** 'sensations', 'therapists'; 'mentions' may be a verb. */
const PLURAL_ENDINGS = 'tions sions ments nesses ists ologies'.split(' ');

const ENDINGS: readonly (readonly [string, number])[] = [
  ...PLURAL_ENDINGS.map((ending) => [ending, Part.plural | Part.third] as const),
  ...'tion sion ment ness ity ism osis itis opathy ectomy plasty scopy ology ance ence ship ologist'
    .split(' ')
    .map((ending) => [ending, Part.noun] as const),
  ...'al ic ive ous ful less able ible ary'.split(' ').map((ending) => [ending, Part.adjective] as const),
  ['ly', Part.adverb],
  ['ing', Part.ing],
  ['ed', Part.past | Part.participle],
];

/** What the words of letters may be. */
export const PARTS = new Parts();
