import { classesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { Reading } from '../../../language/reading.ts';
import { ORDINALS } from '../../../language/values/date.ts';
import { type Value, Values } from '../../../language/values/value.ts';
import type { SpinalLevel, SpinalRegion, Vertebra } from '../../model/determination.ts';
import data from './levels.json' with { type: 'json' };

/** Levels of the spine as they are in a letter: 'L4' is from L4 to L4, 'C5-6' from C5 to C6. */
export interface LevelValue extends Value, SpinalLevel {}

const WORDS = classesOf(data);

/** What a region is called before a vertebra's number or after it: 'fifth lumbar', 'cervical 5-6'. */
const REGION_WORDS = new WordClass<SpinalRegion>('region of the spine', function* () {
  const words: Readonly<Record<SpinalRegion, string>> = {
    C: 'cervical',
    T: 'thoracic dorsal',
    L: 'lumbar',
    S: 'sacral',
  };
  for (const region of REGIONS) {
    for (const each of words[region].split(' ')) yield { words: each, value: region, bends: 'fixed' };
  }
});

const REGIONS: readonly SpinalRegion[] = ['C', 'T', 'L', 'S'];

/** How many vertebrae, or nerve roots, a region has. */
const LAST: Readonly<Record<SpinalRegion, number>> = { C: 8, T: 12, L: 5, S: 5 };

export const LEVEL_CLASSES: readonly WordClass<unknown>[] = [...Object.values(WORDS), REGION_WORDS];

/** A vertebra's place from the neck down. */
export const placeInSpine = ({ region, number }: Vertebra): number =>
  number + { C: 0, T: LAST.C, L: LAST.C + LAST.T, S: LAST.C + LAST.T + LAST.L }[region];

/**
 * Levels of the spine: 'L4', 'C5-6', 'L4/5', 'L5 to S1', 'L3 through L5', 'T12-L1', 'C5, C6', 'C4-5, 5-6 and 6-7', 'fifth
 * lumbar vertebra'. Vitamin B12, T2-weighted images, heart sounds and schedules of drugs are none.
 */
export const levels = (reading: Reading): Values<LevelValue> => reading.get(readLevels);

function readLevels(reading: Reading): Values<LevelValue> {
  const all: LevelValue[] = [];
  const { tokens } = reading;
  const reader = new LevelReader(reading);
  for (let at = 0; at < tokens.count; ) {
    const level = reader.at(at, all.at(-1));
    if (level !== null) all.push(level);
    at = level?.end ?? at + 1;
  }
  return new Values(all.filter((level, i) => !isSomethingElse(reading, all, level, i)));
}

interface Place {
  readonly vertebra: Vertebra;
  readonly end: number;
}

class LevelReader {
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The level that begins at a token; `last` is the one given before. */
  at(at: number, last: LevelValue | undefined): LevelValue | null {
    const { tokens } = this.#reading;
    if (tokens.isFigures(at)) return this.#without(at, last) ?? this.#byOrdinal(at);
    if (!tokens.isWord(at)) return null;
    if (tokens.end(at) - tokens.start(at) === 1) return this.#byLetter(at);
    return this.#byRegion(at) ?? this.#byOrdinal(at);
  }

  /** 'L4', 'L4-L5', 'L3-4-5', 'L5S1', 'L-4 to L-5'. */
  #byLetter(at: number): LevelValue | null {
    const first = this.#vertebra(at);
    if (first === null) return null;
    let to = first;
    for (let next = this.#through(to); next !== null; next = this.#through(to)) to = next;
    const { tokens } = this.#reading;
    const isRange = to !== first;
    // 'C 5' and 'l5' may be anything; 'C 5-6' and 'l5-s1' are levels.
    const isSure = tokens.isGlued(at + 1) && tokens.isFigures(at + 1) && tokens.isCapitals(at);
    if (!isSure && (!isRange || this.#isCounted(to.end))) return null;
    return isCut(tokens, to.end) ? null : { first: at, end: to.end, from: first.vertebra, to: to.vertebra };
  }

  /** 'L4', 'L 4', 'L-4', 's1'. */
  #vertebra(at: number): Place | null {
    const { tokens } = this.#reading;
    if (!tokens.isWord(at) || tokens.end(at) - tokens.start(at) !== 1) return null;
    const region = regionOf(tokens.written(at));
    if (region === null || (tokens.isGlued(at) && isPartOfWord(tokens, at))) return null;
    const figures = tokens.written(at + 1) === '-' ? at + 2 : at + 1;
    return this.#numbered(region, figures);
  }

  #numbered(region: SpinalRegion, at: number): Place | null {
    const { tokens } = this.#reading;
    const number = tokens.figures(at);
    if (number < 1 || number > LAST[region] || tokens.end(at) - tokens.start(at) > String(number).length) return null;
    return { vertebra: { region, number }, end: at + 1 };
  }

  /** The further end of a range: the L5 of 'L4-L5', the 5 of 'L4/5', the S1 of 'L5 to S1', the '1' of 'L5-1'. */
  #through({ vertebra, end }: Place): Place | null {
    const { tokens } = this.#reading;
    const joint = tokens.lower(end);
    const isMark = RANGE_MARKS.has(joint);
    if (!isMark && !RANGE_WORDS.has(joint)) {
      // 'L5S1'
      const next = tokens.isGlued(end) && tokens.isWord(end) ? this.#vertebra(end) : null;
      return next !== null && isBelow(next.vertebra, vertebra) ? next : null;
    }
    const named = this.#vertebra(end + 1) ?? this.#regionAndFigures(end + 1);
    if (named !== null) return isBelow(named.vertebra, vertebra) ? named : null;
    // '-5' is close to both.
    if (!isMark || !tokens.isGlued(end) || !tokens.isGlued(end + 1)) return null;
    const below = nextBelow(vertebra, tokens.figures(end + 1));
    return below === null ? null : { vertebra: below, end: end + 2 };
  }

  /** 'sacral 1' after 'lumbar 5 to'. */
  #regionAndFigures(at: number): Place | null {
    const region = this.#reading.mentionAt(at, REGION_WORDS);
    return region === null ? null : this.#numbered(region.value, region.end);
  }

  /** 'cervical 5-6 disc', 'lumbar 4 to sacral 1'. */
  #byRegion(at: number): LevelValue | null {
    const first = this.#regionAndFigures(at);
    if (first === null) return null;
    const { tokens } = this.#reading;
    let to = first;
    for (let next = this.#through(to); next !== null; next = this.#through(to)) to = next;
    if (isCut(tokens, to.end)) return null;
    const isNamed = to.vertebra.region !== first.vertebra.region || this.#isLevelNoun(to.end);
    return isNamed ? { first: at, end: to.end, from: first.vertebra, to: to.vertebra } : null;
  }

  /** 'fifth lumbar vertebra', 'fourth and fifth lumbar discs', '5th lumbar level'. */
  #byOrdinal(at: number): LevelValue | null {
    const first = this.#ordinal(at);
    if (first === null) return null;
    const { tokens } = this.#reading;
    const isJoint = LIST_WORDS.has(tokens.written(first.end)) || RANGE_WORDS.has(tokens.written(first.end));
    const second = isJoint ? this.#ordinal(first.end + 1) : null;
    const { end, number } = second ?? first;
    const region = this.#reading.mentionAt(end, REGION_WORDS);
    if (region === null || number > LAST[region.value] || number < first.number) return null;
    // 'The second cervical injection' is of no vertebra.
    if (!this.#isLevelNoun(region.end)) return null;
    const from: Vertebra = { region: region.value, number: first.number };
    return { first: at, end: region.end, from, to: { region: region.value, number } };
  }

  #ordinal(at: number): { readonly number: number; readonly end: number } | null {
    const word = this.#reading.mentionAt(at, ORDINALS);
    if (word !== null) return { number: word.value, end: word.end };
    const { tokens } = this.#reading;
    const isOne = tokens.isFigures(at) && tokens.isGlued(at + 1) && ORDINAL_ENDS.has(tokens.written(at + 1));
    return isOne && tokens.figures(at) > 0 ? { number: tokens.figures(at), end: at + 2 } : null;
  }

  /** The '5-6' of 'C4-5, 5-6', the '5' of 'L4 and 5'. */
  #without(at: number, last: LevelValue | undefined): LevelValue | null {
    if (last === undefined || !this.#isListed(last.end, at)) return null;
    const { tokens } = this.#reading;
    const { region, number } = last.to;
    const first = this.#numbered(region, at);
    if (first === null || first.vertebra.number < number) return null;
    const to = this.#through(first);
    const level: LevelValue = {
      first: at,
      end: (to ?? first).end,
      from: first.vertebra,
      to: (to ?? first).vertebra,
    };
    const isNext =
      to === null ? first.vertebra.number === number + 1 : placeInSpine(level.to) === placeInSpine(level.from) + 1;
    if (!isNext || isCut(tokens, level.end)) return null;
    // 'L4, 5 weeks'; of a number alone whatever it could count.
    const mayCount = to === null && tokens.isWord(level.end) && !this.#isAfterLevel(level.end);
    return mayCount || this.#isCounted(level.end) ? null : level;
  }

  /** Whether nothing but ',', 'and', '&' is between two positions. */
  #isListed(end: number, at: number): boolean {
    const { tokens } = this.#reading;
    if (at <= end || at > end + 2) return false;
    for (let between = end; between < at; between++) {
      const written = tokens.written(between);
      if (written !== ',' && !LIST_WORDS.has(written)) return false;
    }
    return true;
  }

  #isCounted(at: number): boolean {
    return this.#reading.endOfClass(at, WORDS['counted by figures']) >= 0;
  }

  #isAfterLevel(at: number): boolean {
    return this.#isLevelNoun(at) || this.#reading.endOfClass(at, WORDS['after levels']) >= 0;
  }

  #isLevelNoun(at: number): boolean {
    return this.#reading.endOfClass(at, WORDS['level noun']) >= 0;
  }
}

const RANGE_MARKS: ReadonlySet<string> = new Set(['-', '/']);
const RANGE_WORDS: ReadonlySet<string> = new Set(['to', 'through', 'thru']);
const LIST_WORDS: ReadonlySet<string> = new Set(['and', 'or', '&', '/']);
const ORDINAL_ENDS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
const regionOf = (letter: string): SpinalRegion | null =>
  REGIONS.find((region) => region === letter.toUpperCase()) ?? null;

const isBelow = (a: Vertebra, b: Vertebra): boolean => placeInSpine(a) > placeInSpine(b);

/** The vertebra of this number at or below another: after L5 the first is S1. */
function nextBelow({ region, number }: Vertebra, next: number): Vertebra | null {
  if (next > number && next <= LAST[region]) return { region, number: next };
  const below = REGIONS[REGIONS.indexOf(region) + 1];
  const isLast = number === (region === 'C' ? LAST.C - 1 : LAST[region]);
  return next === 1 && isLast && below !== undefined ? { region: below, number: 1 } : null;
}

type TokensOf = Reading['tokens'];

/** Letters or figures are close before: the S of 'HNPS1', of '5S1'. After a level's figures it is a level's. */
const isPartOfWord = (tokens: TokensOf, at: number): boolean =>
  tokens.isWord(at - 1) || (tokens.isFigures(at - 1) && !(tokens.isGlued(at - 1) && tokens.isWord(at - 2)));

/** What is glued to a level makes it something else: 'L4-5mm', 'T12.3', 'C5%'. */
function isCut(tokens: TokensOf, end: number): boolean {
  if (!tokens.isGlued(end)) return false;
  if (tokens.isWord(end)) return tokens.written(end) !== "'s";
  const written = tokens.written(end);
  if (written === '%') return true;
  return written === '.' && tokens.isGlued(end + 1) && tokens.isFigures(end + 1);
}

/** How far the words are that make a level something else, in tokens. */
const REACH = 5;
const FAR_REACH = 12;

function isSomethingElse(reading: Reading, all: readonly LevelValue[], level: LevelValue, i: number): boolean {
  const { first, end, from, to } = level;
  const isNear = (wordClass: WordClass<unknown>, before: number, after: number): boolean => {
    for (let at = Math.max(0, first - before); at < end + after; at++) {
      if (reading.endOfClass(at, wordClass) >= 0) return true;
    }
    return false;
  };
  const isAlone = from === to;
  if (reading.endOfClass(first - 1, WORDS['no level before']) >= 0) return true;
  if (reading.endOfClass(end, WORDS['no level after']) >= 0) return true;
  if (from.region === 'T' && to.region === 'T' && to.number <= 2) {
    if (isNear(WORDS['image of water'], 0, REACH)) return true;
  }
  if (isAlone && from.number >= 3 && from.number <= 4 && (from.region === 'T' || from.region === 'C')) {
    if (isNear(WORDS['thyroid or complement'], REACH, REACH)) return true;
  }
  if (from.region === 'S' && to.region === 'S' && to.number <= 2) {
    const isWithSecond = [all[i - 1], all[i + 1]].some(
      (other) => other?.from.region === 'S' && Math.abs(other.first - first) <= REACH,
    );
    if ((!isAlone || isWithSecond) && isNear(WORDS.heart, FAR_REACH, FAR_REACH)) return true;
  }
  return false;
}
