import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { Treatment } from '../../../model/treatment.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { kindsOf } from './kinds.ts';
import { treatmentsAt, treatmentsIn } from './otherTreatment.ts';

/** What a statement is about, as far as that sets it apart from others of the same rationale. */
export interface Referent {
  readonly part: 'first' | 'other' | 'none';
  readonly side: 'left' | 'right' | 'none';
  readonly numbers: ReadonlySet<number>;
  /** Beginnings of the words that name something. */
  readonly names: ReadonlySet<string>;
  /** Those of 'As to the neck, …' and 'Neck: …'. */
  readonly topics: ReadonlySet<string>;
  /** One of them is the heading's. */
  readonly isNamed: boolean;
}

/** The heading, as what is said is compared with it. */
export interface Heading {
  /** Its words, by their numbers. */
  readonly words: ReadonlySet<number>;
  readonly names: ReadonlySet<string>;
  /** Its longer words, which their ends alone may name: 'the chair' is the wheelchair. */
  readonly compounds: readonly string[];
  /** It names left and right. */
  readonly isOfBoth: boolean;
  /** The one side that it names. */
  readonly onlySide: 'left' | 'right' | null;
  /** 'Splint and brace', 'CBC, CMP'. */
  readonly isOfSeveral: boolean;
  /** The names in pieces that add something about it: ', thirty-day trial'. */
  readonly details: ReadonlySet<string>;
  /** The names of each of several things, without those that all of them have; none where it is of one. */
  readonly items: readonly ReadonlySet<string>[];
  /** Beginnings of the words that name what is added to the treatment: 'with a three-day stay', ', 2 refills'. */
  readonly additions: ReadonlySet<string>;
  /** Beginnings of the words before those. */
  readonly mains: ReadonlySet<string>;
  /** The treatments that it names. */
  readonly treatments: readonly Treatment[];
  /** 'Retrospective': it was done. */
  readonly isInRetrospect: boolean;
  readonly isOfSurgery: boolean;
  /** It has a unit of time: 'a thirty-day rental'. */
  readonly isOfTime: boolean;
  /** The numbers in it, and what two of them make together. */
  readonly amounts: ReadonlySet<number>;
  /** Those of them that count visits, tablets and the like: '12 visits', '#60', 'x 6'. */
  readonly counts: ReadonlySet<number>;
}

/** @param isOfSurgery an operation is in dispute */
export function headingOf({ reading, first, end }: Passage, isOfSurgery: boolean): Heading {
  const words = new Set<number>();
  const sides = new Set<string>();
  const compounds: string[] = [];
  let isOfSeveral = false;
  let isInRetrospect = false;
  const details = new Set<string>();
  let isInDetail = false;
  let commas = 0;
  for (let at = first; at < end; at++) {
    words.add(reading.tokens.word(at));
    // 'the splint' where splints are asked for
    words.add(reading.lexicon.singular(reading.tokens.word(at)));
    const written = reading.tokens.lower(at);
    if (written === 'left' || written === 'right') sides.add(written);
    isOfSeveral ||= JOINTS.has(written);
    isInRetrospect ||= RETROSPECTIVE.has(written);
    if (written.length >= SHORTEST_COMPOUND) compounds.push(written);
    // ', 3 days a week', ', right' add something about one thing.
    if (written === ',') {
      isInDetail = isDetail(reading, at + 1);
      if (!isInDetail) commas++;
    } else if (isInDetail) for (const name of namesIn(reading, { first: at, end: at + 1 })) details.add(name);
  }
  const found = [...numbers(reading).between(first, end)];
  const figures = found.map(({ max }) => max);
  const counts = found.filter((each) => isCount(reading, each)).map(({ max }) => max);
  // 'twice a week for six weeks' is twelve
  const amounts = new Set([
    ...figures,
    ...figures.flatMap((each, i) => figures.slice(i + 1, i + 1 + MOST_FIGURES_OF_TIME).map((next) => each * next)),
  ]);
  const start = startOfAddition(reading, { first, end });
  const mains = wordsIn(reading, { first, end: start });
  const asked = { first, end: startOfContext(reading, { first, end }) };
  const pieces = itemsIn(reading, asked);
  // 'Crutches, walker', 'EMG/NCS'
  const isList = isOfSeveral || commas > 1 || pieces.filter(isTreatment).length > 1;
  return {
    isOfSurgery,
    amounts,
    counts: new Set(counts),
    compounds,
    isOfSeveral: isList,
    details,
    items: isList ? pieces : [],
    additions: new Set(
      [...wordsIn(reading, { first: start, end })].filter(
        (each) => each !== 'with' && !mains.has(each) && !each.startsWith('= '),
      ),
    ),
    mains,
    isOfBoth: sides.size === 2,
    isInRetrospect,
    onlySide: sides.size === 1 ? (sides.has('left') ? 'left' : 'right') : null,
    words,
    names: namesIn(reading, asked),
    treatments: treatmentsIn(reading, asked),
    isOfTime: reading.has({ first, end }, CONCLUSION_WORDS['time unit']),
  };
}

/** 'Twice a week for six weeks, sixty minutes each': what makes a number of visits is among so many figures. */
const MOST_FIGURES_OF_TIME = 4;

const isCount = ({ tokens }: Reading, { first, end }: TokenRange): boolean =>
  COUNTED.has(tokens.lower(end)) || TIMES.has(tokens.lower(first - 1));

/** What is counted where it is asked for, and granted in part. */
export const COUNTED: ReadonlySet<string> = new Set('visits sessions tablets pills capsules patches'.split(' '));
const TIMES: ReadonlySet<string> = new Set(['#', 'x', '×']);

/** Where 'with a three-day stay' or '2 refills' begins; the end where nothing is added. */
function startOfAddition(reading: Reading, { first, end }: TokenRange): number {
  for (let at = first + 1; at < end; at++)
    if (reading.tokens.lower(at) === 'with' || reading.is(at, CONCLUSION_WORDS['refill word'])) return at;
  return end;
}

/** Where 'after knee arthroscopy' begins, which is not asked for; the end where nothing of the kind follows. */
function startOfContext({ tokens }: Reading, { first, end }: TokenRange): number {
  for (let at = first + 1; at < end; at++) if (AFTER.has(tokens.lower(at))) return at;
  return end;
}

const AFTER: ReadonlySet<string> = new Set(['after', 'following']);

/** A number or a side. */
const isDetail = (reading: Reading, at: number): boolean =>
  numbers(reading).at(at) !== undefined || SIDES.has(reading.tokens.lower(at));

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'both']);

const isTreatment = (names: ReadonlySet<string>): boolean => [...names].some((each) => each.startsWith('= '));

/** What is between commas, strokes and conjunctions. */
function itemsIn(reading: Reading, { first, end }: TokenRange): readonly ReadonlySet<string>[] {
  const pieces: ReadonlySet<string>[] = [];
  let start = first;
  for (let at = first; at <= end; at++) {
    const ends = at === end || SEPARATORS.has(reading.tokens.written(at)) || JOINTS.has(reading.tokens.lower(at));
    if (!ends) continue;
    const piece = { first: start, end: at };
    pieces.push(new Set([...wordsIn(reading, piece), ...kindsOf(treatmentsIn(reading, piece))]));
    start = at + 1;
  }
  const counts = new Map<string, number>();
  for (const piece of pieces) for (const name of piece) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ownOf = (piece: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...piece].filter((name) => counts.get(name) === 1));
  return pieces.map(ownOf).filter(({ size }) => size > 0);
}

/** Beginnings of all words but short ones, also of those that name nothing by themselves: 'consultation and treatment'. */
export function wordsIn(reading: Reading, range: TokenRange): ReadonlySet<string> {
  const { tokens } = reading;
  const words = new Set(namesIn(reading, range));
  for (let at = range.first; at < range.end; at++)
    if (tokens.isWord(at) && tokens.end(at) - tokens.start(at) >= SHORTEST_NAME)
      words.add(tokens.lower(at).slice(0, PREFIX));
  return words;
}

const RETROSPECTIVE: ReadonlySet<string> = new Set(['retrospective', 'retrospectively', 'retro']);
const SEPARATORS: ReadonlySet<string> = new Set([',', '/']);
const JOINTS: ReadonlySet<string> = new Set(['and', '&', '+', ';']);

/** A label names a part of what is in dispute: a side, or one of several things. */
export function isPartOf(reading: Reading, { first, end }: TokenRange, heading: Heading): boolean {
  for (let at = first; at < end; at++) {
    const written = reading.tokens.lower(at);
    if (written === 'left' || written === 'right') return true;
  }
  return heading.isOfSeveral && isNamed(reading, { first, end }, heading.words);
}

/** What the tokens of some ranges are about; the names are those of the first two. */
export function referentOf(
  reading: Reading,
  ranges: readonly TokenRange[],
  topic: TokenRange | null,
  heading: Heading,
): Referent {
  const { tokens } = reading;
  let part: Referent['part'] = 'none';
  let side: Referent['side'] = 'none';
  const told = new Set<number>();
  for (const range of ranges) {
    for (let at = range.first; at < range.end; at++) {
      if (part === 'none' && reading.is(at, CONCLUSION_WORDS['first part'])) part = 'first';
      else if (part === 'none' && reading.is(at, CONCLUSION_WORDS['other part']) && !isPlace(reading, at))
        part = 'other';
      // 'further visits' are those asked for, 'the further six' a part of them.
      else if (part === 'none' && isOthersOf(reading, at, heading)) part = 'other';
      const written = tokens.lower(at);
      if (
        side === 'none' &&
        (written === 'left' || written === 'right') &&
        (heading.isOfBoth || !heading.words.has(tokens.word(at)))
      )
        side = written;
    }
    for (const number of numbers(reading).between(range.first, range.end)) {
      const isPronoun = number.max === 1 && reading.is(number.first - 1, ENGLISH.demonstrative);
      if (!isPronoun && !PERCENT.has(tokens.written(number.end)) && !isOfOtherUnit(reading, number.end, heading))
        told.add(number.max);
    }
  }
  const names = new Set(ranges.slice(0, 2).flatMap((range) => [...namesIn(reading, range, heading.words)]));
  for (const range of ranges.slice(0, 2)) addWhole(reading, range, heading, names);
  return {
    part,
    side,
    numbers: told,
    names,
    topics: topic === null ? NOTHING : namesIn(reading, topic),
    isNamed: intersect(names, heading.names),
  };
}

/** 'The chair' where a wheelchair is asked for: the name of the whole word takes the place of its own. */
function addWhole(
  reading: Reading,
  { first, end }: TokenRange,
  { compounds, words }: Heading,
  names: Set<string>,
): void {
  const { tokens } = reading;
  if (compounds.length === 0) return;
  for (let at = first; at < end; at++) {
    if (!tokens.isWord(at) || tokens.end(at) - tokens.start(at) < SHORTEST_NAME || words.has(tokens.word(at))) continue;
    const written = tokens.lower(at);
    const whole = compounds.find((each) => each.endsWith(written));
    if (whole === undefined) continue;
    names.delete(written.slice(0, PREFIX));
    names.add(whole.slice(0, PREFIX));
  }
}

/**
 * The 'above' of 'in light of the above' and 'the facts above,' is no part of anything, nor 'beyond the acute phase': 'above
 * six' is, and 'beyond that'.
 */
function isPlace(reading: Reading, at: number): boolean {
  const written = reading.tokens.lower(at);
  if (written === 'above') return reading.is(at - 1, ENGLISH.article) || !isDeterminer(reading, at + 1);
  return OVER.has(written) && reading.is(at + 1, ENGLISH.article);
}

const OVER: ReadonlySet<string> = new Set(['beyond', 'over']);

/** 'the one-month trial' where thirty days are asked for */
function isOfOtherUnit(reading: Reading, end: number, { words }: Heading): boolean {
  const at = reading.tokens.written(end) === '-' ? end + 1 : end;
  const { lexicon, tokens } = reading;
  const word = tokens.word(at);
  return reading.is(at, CONCLUSION_WORDS['time unit']) && !words.has(word) && !words.has(lexicon.singular(word));
}

const PERCENT: ReadonlySet<string> = new Set(['percent', '%', 'mg']);

/** 'the further six', and in a note 'other two', 'last three' */
function isOthersOf(reading: Reading, at: number, { amounts }: Heading): boolean {
  if (LAST.has(reading.tokens.lower(at)) && numbers(reading).at(at + 1) !== undefined) return true;
  if (!reading.is(at, CONCLUSION_WORDS['more of it']) || !isDeterminer(reading, at - 1)) return false;
  // 'The additional eight' where eight are asked for are all of them.
  const more = numbers(reading).at(at + 1)?.max;
  return more === undefined || !amounts.has(more);
}

const LAST: ReadonlySet<string> = new Set(['last', 'other']);

const isDeterminer = (reading: Reading, at: number): boolean =>
  reading.is(at, ENGLISH.article) || reading.is(at, ENGLISH.demonstrative) || numbers(reading).at(at) !== undefined;

const NOTHING: ReadonlySet<string> = new Set();

export const intersect = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((each) => b.has(each));

/** Beginnings of the words that name something: 'guidance' and 'guided' have the same. */
export function namesIn(
  reading: Reading,
  { first, end }: TokenRange,
  heading: ReadonlySet<number> | null = null,
): ReadonlySet<string> {
  const names = new Set<string>();
  const { tokens } = reading;
  for (let at = first; at < end; at++) {
    const number = numbers(reading).at(at);
    if (number !== undefined) at = number.end - 1;
    if (!tokens.isWord(at) || number !== undefined) continue;
    const written = tokens.lower(at);
    const isInHeading = heading === null || heading.has(tokens.word(at));
    // 'anti-inflammatory' and 'naproxen', 'conduction study' and 'NCS', 'radiograph' and 'x-ray'
    for (const each of treatmentsAt(reading, at)) {
      names.add(`= ${each.name}`);
      if (each.drugClass !== null) names.add(`= ${each.drugClass}`);
    }
    // The 'A' that a sentence begins with is no name.
    const isShort = written.length < SHORTEST_NAME && !(written.length > 1 && tokens.isCapitals(at));
    if (isShort && (written.length < SHORTEST_OF_HEADING || !isInHeading || FUNCTION_WORDS.has(reading, at))) continue;
    if (
      (reading.is(at, CONCLUSION_WORDS['request word']) && !isInHeading) ||
      reading.is(at, CONCLUSION_WORDS['the request']) ||
      isOfNothing(reading, at)
    )
      continue;
    names.add(written.slice(0, PREFIX));
  }
  return names;
}

/** Words that name no treatment: 'requested', 'additional', 'medically'. */
const isOfNothing = (reading: Reading, at: number): boolean =>
  reading.is(at, CONCLUSION_WORDS['names nothing']) ||
  reading.is(at, CONCLUSION_WORDS['other part']) ||
  reading.is(at, CONCLUSION_WORDS['first part']) ||
  reading.is(at, ENGLISH.preposition) ||
  reading.is(at, ENGLISH.degree) ||
  reading.is(at, CONCLUSION_WORDS['more of it']) ||
  reading.is(at, ENGLISH.demonstrative);

const FUNCTION_WORDS = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.preposition, true],
  [ENGLISH.coordinator, true],
  [ENGLISH.negation, true],
  [ENGLISH.modal, true],
]);

const SHORTEST_NAME = 4;
/** 'gel', 'kit' */
const SHORTEST_OF_HEADING = 3;
const PREFIX = 4;
/** 'wheelchair', 'mattress' */
const SHORTEST_COMPOUND = 8;

/** 'the series', 'this patch', 'six visits', 'the first', or nothing at all: not 'such patches' in general. */
export function isDefinite(reading: Reading, { first, end }: TokenRange): boolean {
  if (end <= first || reading.tokens.lower(first - 1) === 'both') return true;
  for (let at = first; at < end; at++) {
    // Of 'drugs at the lowest dose' nothing is definite.
    if (at > first && reading.is(at, ENGLISH.preposition) && reading.tokens.written(at) !== 'of') return false;
    if (DEFINITE.has(reading.tokens.lower(at)) || numbers(reading).at(at) !== undefined) return true;
    if (reading.is(at, CONCLUSION_WORDS['other part']) || reading.is(at, CONCLUSION_WORDS['first part'])) return true;
    if (reading.is(at, CONCLUSION_WORDS['more of it'])) return true;
  }
  return false;
}

const DEFINITE: ReadonlySet<string> = new Set(
  'left right the this these that those requested her his their its them it they both none neither either each'.split(
    ' ',
  ),
);

/** A treatment of the heading is in it, by another name: 'conduction studies' for 'NCS'. */
export function isCalled(reading: Reading, { first, end }: TokenRange, { names }: Heading): boolean {
  for (let at = first; at < end; at++)
    for (const { name } of treatmentsAt(reading, at)) if (names.has(`= ${name}`)) return true;
  return false;
}

/** A word of the heading is in it, and not only one that any heading has. */
export function isNamed(reading: Reading, { first, end }: TokenRange, heading: ReadonlySet<number>): boolean {
  const { tokens } = reading;
  for (let at = first; at < end; at++) {
    const isLong = tokens.isWord(at) && tokens.end(at) - tokens.start(at) > 3;
    const isName = isLong || tokens.isCapitals(at);
    if (isName && heading.has(tokens.word(at)) && !reading.is(at, CONCLUSION_WORDS['names nothing'])) return true;
  }
  return false;
}
