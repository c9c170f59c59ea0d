import { WordClass } from '../../language/lexicon/wordClass.ts';
import { PhraseTable, type ValueReaders } from '../../language/phrases/table.ts';
import type { Passage, Reading } from '../../language/reading.ts';
import { numbers } from '../../language/values/number.ts';
import { NOMINAL, PARTS, Part } from './parts.ts';
import { OF_EITHER_NUMBER } from './phrase.ts';
import rows from './rows.json' with { type: 'json' };
import type { WordingSlip } from './slip.ts';

/** What a row of slips says about its words. */
export interface SlipRole {
  /** `{wrong}` and `{right}` stand for the letter's words and for what replaces them. */
  readonly message: string;
  /** What replaces the wrong words, `{joined}` for these without blanks; absent where only the editor can know. */
  readonly right?: string;
}

/** 'was treated for with', 'is referred to for': the first preposition belongs to the verb before it. */
export const PASSIVES = new WordClass<true>('slip passive', function* () {
  for (const words of 'treated referred seen asked looked used sent cared paid accounted'.split(' '))
    yield { words, value: true, bends: 'fixed' };
});

/** A token by what it may be, or must be. */
const byPart = (test: (reading: Reading, at: number) => boolean) => (reading: Reading) => ({
  at: (first: number) => (test(reading, first) ? { first, end: first + 1 } : undefined),
});

const mayBe = (parts: number) => byPart((reading, at) => (PARTS.at(reading, at) & parts) !== 0);
const mustBe = (parts: number) =>
  byPart((reading, at) => {
    const part = PARTS.at(reading, at);
    return part !== 0 && (part & ~parts) === 0;
  });

const isCounted = (reading: Reading, at: number): boolean =>
  PARTS.at(reading, at) === Part.noun && !OF_EITHER_NUMBER.has(reading.tokens.lower(at));

/** Kinds of words that rows may name. */
export const SLIP_VALUES: ValueReaders = {
  number: numbers,
  /** A number by itself, not a range. */
  few: byPart((reading, at) => reading.tokens.isFigures(at) || (PARTS.at(reading, at) & Part.number) !== 0),
  noun: mayBe(NOMINAL),
  adjective: mayBe(Part.adjective),
  /** A noun or what describes one, and no verb after several. */
  nominal: mustBe(NOMINAL | Part.adjective | Part.third),
  /** 'recommended', 'seen': what 'is' and 'was' come before. */
  done: mustBe(Part.past | Part.participle | Part.guessed),
  plural: mayBe(Part.plural),
  /** One thing that is counted, and not a number of them: 'screw', not 'staff' or 'pain'. */
  counted: byPart((reading, at) => isCounted(reading, at)),
  /** 'works' */
  third: mayBe(Part.third),
  /** 'working' */
  ing: mayBe(Part.ing),
  /** 'the', 'his', 'no' */
  determiner: mayBe(Part.determiner),
  /** A noun for one thing, and no verb but one that ends as 'swelling' does. */
  one: byPart((reading, at) => {
    const part = PARTS.at(reading, at);
    return (part & (Part.noun | Part.mass)) !== 0 && (part & ~(Part.noun | Part.mass | Part.ing | Part.guessed)) === 0;
  }),
  /** What may be a noun for one thing that is counted, and for no more. */
  single: byPart(
    (reading, at) =>
      (PARTS.at(reading, at) & (Part.noun | Part.mass | Part.plural | Part.adjective)) === Part.noun &&
      !OF_EITHER_NUMBER.has(reading.tokens.lower(at)),
  ),
  /** What may be a verb without an ending. */
  base: mayBe(Part.base),
  /** A noun for several, and no verb. */
  several: mustBe(Part.plural),
  /** A noun, and no verb. */
  name: mustBe(NOMINAL),
  /** A verb without an ending, and nothing else. */
  bare: mustBe(Part.base),
};

/** Phrases that are slips of grammar. */
export const GRAMMAR_ROWS = new PhraseTable<SlipRole>(rows, SLIP_VALUES);

/** The slips that a table finds in a passage. */
export function* rowSlips(table: PhraseTable<SlipRole>, passage: Passage): Iterable<WordingSlip> {
  const { tokens } = passage.reading;
  for (const match of table.find(passage)) {
    const { first, end } = match.captures['wrong'] ?? match;
    const wrong = tokens.slice(first, end);
    const { message, right } = match.row.role;
    const written = right?.replaceAll('{wrong}', wrong).replaceAll('{joined}', wrong.replaceAll(' ', ''));
    yield {
      first,
      end,
      message: message.replaceAll('{wrong}', wrong).replaceAll('{right}', written ?? ''),
      rights: written === undefined ? [] : [written],
    };
  }
}
