import type { Lexicon } from '../../language/lexicon/lexicon.ts';
import type { Passage, Reading, TokenRange } from '../../language/reading.ts';
import { PARTS, Part } from '../grammar/parts.ts';
import { letterRarity } from '../spelling/letterWords.ts';
import { isMistakenFor, likeness, type SoundedWord, sounded } from './likeness.ts';
import data from './slots.json' with { type: 'json' };

/** A place beside some words, and what letters have there. */
interface Slot {
  /** The other words that it is beside, outward from the nearest, as numbers of the lexicon. */
  readonly further: readonly number[];
  /** Only these words occur there; otherwise, others that letters use may, too. */
  readonly isClosed: boolean;
  readonly words: readonly Filler[];
}

interface Filler extends SoundedWord {
  readonly part: number;
}

/** The slots beside a word. */
interface Beside {
  readonly slots: Slot[];
  /** All words in any of them, as numbers of the lexicon. */
  readonly fillers: Set<number>;
}

/** A word outside its slot, and what it may be meant for. */
interface Misfit extends TokenRange {
  readonly rights: readonly string[];
  /** A word that letters use elsewhere; others may be no words at all. */
  readonly isUsual: boolean;
}

/**
 * Words in a slot that has others: 'straight leg race', 'rotator cough'. A wrong word is within a letter or two of one that
 * is there, or sounds like it, and is not one of those itself.
 */
class Slots {
  readonly #after = new Map<number, Beside>();
  readonly #before = new Map<number, Beside>();

  /** Adds the words to a lexicon that no letter was read with yet. */
  compile(lexicon: Lexicon): void {
    const add = (
      map: Map<number, Beside>,
      entries: typeof data.openAfter,
      isAfter: boolean,
      isClosed: boolean,
    ): void => {
      for (const { by, words } of entries) {
        const anchor = by
          .split('-')
          .join(' ')
          .split(' ')
          .map((word) => lexicon.words.add(word));
        const [nearest = -1, ...further] = isAfter ? anchor.reverse() : anchor;
        const beside = map.get(nearest) ?? { slots: [], fillers: new Set() };
        map.set(nearest, beside);
        const fillers = words.split(' ');
        for (const word of fillers) beside.fillers.add(lexicon.words.add(word));
        beside.slots.push({
          further,
          isClosed,
          words: fillers.map((word) => ({ part: PARTS.ofWord(lexicon, word), ...sounded(word) })),
        });
      }
    };
    add(this.#after, data.closedAfter, true, true);
    add(this.#before, data.closedBefore, false, true);
    add(this.#after, data.openAfter, true, false);
    add(this.#before, data.openBefore, false, false);
  }

  find(passage: Passage): readonly Misfit[] {
    return passage.get(this.#findAll);
  }

  readonly #findAll = (passage: Passage): readonly Misfit[] => [...this.#find(passage)];

  *#find({ reading, first, end }: Passage): Iterable<Misfit> {
    const { tokens } = reading;
    for (let at = first; at < end; at++) {
      if (!tokens.isWord(at) || tokens.isCapitals(at) || tokens.end(at) - tokens.start(at) < SHORTEST) continue;
      const after = at > first ? this.#after.get(tokens.word(neighbor(reading, at, -1))) : undefined;
      const before = at + 1 < end ? this.#before.get(tokens.word(neighbor(reading, at, 1))) : undefined;
      if (after === undefined && before === undefined) continue;
      const rights = [...misfits(reading, at, -1, after), ...misfits(reading, at, 1, before)];
      if (rights.length > 0)
        yield {
          first: at,
          end: at + 1,
          rights: [...new Set(rights)].slice(0, MOST_RIGHTS),
          isUsual: isUsual(tokens.lower(at), PARTS.at(reading, at)),
        };
    }
  }
}

export const SLOTS = new Slots();

const SHORTEST = 3;
const MOST_RIGHTS = 3;

/** The next word to one side, over a hyphen. */
function neighbor({ tokens }: Reading, at: number, step: 1 | -1): number {
  const next = at + step;
  const isHyphen = tokens.isMark(next) && tokens.written(next) === '-' && tokens.isGlued(Math.max(next, next + step));
  return isHyphen ? next + step : next;
}

/** The words of the slots beside `at` that the word there may be meant for. */
function misfits(reading: Reading, at: number, step: 1 | -1, beside: Beside | undefined): readonly string[] {
  const { tokens } = reading;
  if (beside === undefined || beside.fillers.has(tokens.word(at))) return [];
  const part = PARTS.at(reading, at);
  if ((part & SMALL) !== 0 && (part & Part.guessed) === 0) return [];
  const written = tokens.lower(at);
  const usual = isUsual(written, part);
  if (usual && ((part & SMALL) !== 0 || written.length < LEAST_USUAL)) return [];
  const slots = beside.slots.filter((slot) => standsBeside(reading, at, step, slot));
  if (slots.length === 0) return [];
  const own = sounded(written);
  const rights: { readonly word: string; readonly likeness: number }[] = [];
  for (const slot of slots) {
    for (const filler of slot.words) {
      // 'has faded': any verb in that form may be there.
      const isOfKind = usual ? (part & filler.part) !== 0 || filler.part === 0 : (part & filler.part & DONE) !== 0;
      const fits = !slot.isClosed && isOfKind;
      if (fits || !isMistakenFor(own, filler, usual)) continue;
      rights.push({ word: filler.word, likeness: likeness(own, filler) });
    }
  }
  return rights.sort((a, b) => a.likeness - b.likeness).map(({ word }) => word);
}

/** 'modified due to': the small words of a sentence may be anywhere. */
const SMALL =
  Part.preposition | Part.conjunction | Part.determiner | Part.pronoun | Part.auxiliary | Part.adverb | Part.number;
const DONE = Part.past | Part.participle;
const LEAST_USUAL = 4;

function standsBeside(reading: Reading, at: number, step: 1 | -1, { further }: Slot): boolean {
  let next = neighbor(reading, at, step);
  for (const word of further) {
    next = neighbor(reading, next, step);
    if (reading.tokens.word(next) !== word) return false;
  }
  return true;
}

/** A word that letters use is not a mistake merely because another would also fit. */
const isUsual = (written: string, part: number): boolean =>
  letterRarity(written) !== null || (part !== 0 && (part & Part.guessed) === 0);
