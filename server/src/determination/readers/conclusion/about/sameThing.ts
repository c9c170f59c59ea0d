import { clausesOf } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Passage, Reading, TokenRange } from '../../../../language/reading.ts';
import { levels } from '../../anatomy/levels.ts';
import type { Statement } from '../statements/statement.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { kindsIn } from './kinds.ts';
import { isOfAddition } from './parts.ts';
import { type Heading, intersect, type Referent, referentOf, wordsIn } from './referent.ts';

/** A statement, and what it is about. */
export interface About {
  readonly statement: Statement;
  readonly referent: Referent;
  /** The words that say what it is about. */
  readonly ranges: readonly TokenRange[];
}

/** Whether two statements are about one thing; `open` where their words leave room for either. */
export type Relation = 'same' | 'different' | 'open';

/**
 * Whether two opposite statements are about one thing: the whole request, or the same part of it. What names a number, the
 * rest, a side, a level or one of several items is about a part.
 */
export function relationOf(passage: Passage, a: About, b: About, heading: Heading): Relation {
  const { reading } = passage;
  const one = resolved(passage, a, heading);
  const other = resolved(passage, b, heading);
  if (areApart(one.referent, other.referent, heading) || areAtOtherLevels(reading, one, other)) return 'different';
  if (areApartByAddition(reading, one, other, heading)) return 'different';
  const amount = amountOf(one, heading);
  const rest = amountOf(other, heading);
  if (amount !== rest) return amount === 'unknown' || rest === 'unknown' ? 'open' : 'different';
  const item = itemsOf(reading, one, heading);
  const another = itemsOf(reading, other, heading);
  if (item !== null && another !== null) return intersect(item, another) ? 'same' : 'different';
  // 'The blood count is needed, the vitamin level is not'
  if (item !== null || another !== null)
    return heading.items.length > 1 && areNamedApart(one.referent, other.referent) ? 'different' : 'open';
  if (isOfAmount(reading, one) !== isOfAmount(reading, other)) return 'open';
  const areOfOnePeriod = isPeriodOf(reading, one, heading) === isPeriodOf(reading, other, heading);
  if (areOfOnePeriod && !areOtherNames(one.referent, other.referent)) return 'same';
  return heading.items.length > 1 && areOtherNames(one.referent, other.referent) ? 'different' : 'open';
}

/** They say of themselves that they are about two parts of what was asked for. */
function areApart(a: Referent, b: Referent, heading: Heading): boolean {
  if (a.topics.size > 0 && b.topics.size > 0 && !intersect(a.topics, b.topics)) return true;
  // 'The eight additional visits' are all, where eight are asked for.
  if ((a.part !== b.part && !areBothAll(a, b, heading)) || a.side !== b.side) return true;
  if (a.numbers.size > 0 && b.numbers.size > 0 && !intersect(a.numbers, b.numbers)) return true;
  if (a.part === 'none' && isHalf(a, b, heading)) return true;
  const areNamed = heading.isOfSeveral ? a.isNamed || b.isNamed : a.isNamed && b.isNamed;
  return areNamed && areNamedApart(a, b) && !isDetail(a, heading) && !isDetail(b, heading);
}

const areApartByAddition = (reading: Reading, a: About, b: About, heading: Heading): boolean =>
  isOfAddition(reading, a.ranges, heading) !== isOfAddition(reading, b.ranges, heading);

/**
 * Whether two statements are of two sides, or one is of what is added to the treatment and the other is not. Then a weaker
 * one counts beside the firmer.
 */
export function areOfTwoParts(passage: Passage, a: About, b: About, heading: Heading): boolean {
  const one = resolved(passage, a, heading);
  const other = resolved(passage, b, heading);
  const { side } = one.referent;
  const isOtherSide = side !== 'none' && other.referent.side !== 'none' && side !== other.referent.side;
  return (
    isOtherSide || areApartByAddition(passage.reading, one, other, heading) || isPartGranted(passage, a, b, heading)
  );
}

/** 'Help for two weeks is needed. The weeks that follow are not certified.': what is granted weakly names a part that is asked for. */
const isPartGranted = (passage: Passage, a: About, b: About, heading: Heading): boolean =>
  a.statement.sign > 0 &&
  isPlain(passage.reading, a.statement.clause) &&
  !passage.reading.tokens.hasAny(a.statement, WOULD) &&
  (a.referent.isNamed || a.referent.numbers.size > 0) &&
  relationOf(passage, a, b, heading) === 'different';

/** No concession or condition; 'for a taper and are authorized' is no reason. */
const isPlain = ({ tokens }: Reading, { kind, first }: Statement['clause']): boolean =>
  kind === 'main' || (kind === 'reason' && tokens.lower(first) === 'for');

const WOULD: ReadonlySet<string> = new Set(['would']);

/** 'The thirty-day trial' where a unit is asked for, and how long: it is of all of it. */
const isDetail = ({ names }: Referent, { details }: Heading): boolean => [...names].every((each) => details.has(each));

const areNamedApart = (a: Referent, b: Referent): boolean =>
  a.names.size > 0 && b.names.size > 0 && !intersect(a.names, b.names);

/** 'Approve sixty. Deny sixty.' of 120 */
const isHalf = (a: Referent, b: Referent, { amounts }: Heading): boolean =>
  [...a.numbers].some((each) => b.numbers.has(each) && amounts.has(2 * each));

const areBothAll = (a: Referent, b: Referent, { amounts }: Heading): boolean => {
  const all = Math.max(0, ...amounts);
  return a.numbers.has(all) && b.numbers.has(all);
};

/** 'Injection at L5 is justified', 'at L4 it is not' */
function areAtOtherLevels(reading: Reading, a: About, b: About): boolean {
  // 'L5-S1' and 'L4-5' are two, though both have an L5.
  const areSpaces = [a, b].every((each) => levelsOf(reading, each).every(({ from, to }) => from.number !== to.number));
  const own = levelsIn(reading, a, areSpaces);
  const others = levelsIn(reading, b, areSpaces);
  return own.size > 0 && others.size > 0 && !intersect(own, others);
}

const levelsOf = (reading: Reading, { ranges }: About) =>
  ranges.flatMap(({ first, end }) => [...levels(reading).between(first, end)]);

function levelsIn(reading: Reading, about: About, areSpaces: boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to } of levelsOf(reading, about)) {
    const [first, last] = [from, to].map(({ region, number }) => `${region}${number}`);
    if (areSpaces) found.add(`${first} ${last}`);
    else for (const each of [first, last]) if (each !== undefined) found.add(each);
  }
  return found;
}

/** 'Six are necessary' where twelve are asked for is of a part; of a heading without a number nobody knows. */
function amountOf({ referent, statement }: About, { amounts }: Heading): 'all' | 'some' | 'unknown' {
  const { numbers, part } = referent;
  if (part !== 'none' || numbers.size === 0) return 'all';
  if (amounts.size === 0) return statement.subject.kind === 'request' ? 'all' : 'unknown';
  if ([...numbers].some((each) => amounts.has(each))) return 'all';
  const most = Math.max(...amounts);
  return [...numbers].every((each) => each < most) ? 'some' : 'unknown';
}

/** Which of several things of the heading it names; null where it names none or all of them. */
function itemsOf(reading: Reading, { ranges, referent }: About, { items }: Heading): ReadonlySet<number> | null {
  const words = new Set([...referent.topics, ...ranges.flatMap((each) => [...wordsIn(reading, each)])]);
  // 'The imaging' of an MRI and visits
  const named = whichHave(items, words) ?? whichHave(items, new Set(ranges.flatMap((each) => kindsIn(reading, each))));
  return named !== null && named.size < items.length ? named : null;
}

/** Which sets have one of some words; null where none has. */
function whichHave(sets: readonly ReadonlySet<string>[], words: ReadonlySet<string>): ReadonlySet<number> | null {
  const found = new Set<number>();
  for (const [i, own] of sets.entries()) if (intersect(own, words)) found.add(i);
  return found.size > 0 ? found : null;
}

/** 'The drug is appropriate, the quantity is not' */
const isOfAmount = (reading: Reading, { ranges }: About): boolean =>
  ranges.some((range) => reading.has(range, CONCLUSION_WORDS['figure word']));

/** 'A one-month rental', 'an annual screen', where the heading names no time. */
const isPeriodOf = (reading: Reading, { ranges }: About, heading: Heading): boolean =>
  !heading.isOfTime && ranges.some((range) => reading.has(range, CONCLUSION_WORDS['period word']));

/** 'The refills', 'the supply': neither is in the heading, and the one is not the other. */
const areOtherNames = (a: Referent, b: Referent): boolean => areNamedApart(a, b) && !a.isNamed && !b.isNamed;

/** What 'it' and 'they' are, from the clauses before. */
function resolved(passage: Passage, about: About, heading: Heading): About {
  const { statement, referent } = about;
  const { reading } = passage;
  const { sentence, clause } = statement;
  if (
    !refersBack(reading, statement) ||
    referent.part !== 'none' ||
    referent.side !== 'none' ||
    referent.numbers.size > 0
  )
    return about;
  const isFirst = clause.first === sentence.first;
  if (isFirst && sentence.first <= passage.first) return about;
  const before = isFirst ? passage.sentenceAt(sentence.first - 1) : sentence;
  const ranges: TokenRange[] = [...about.ranges];
  // 'none for the scan, | which is denied'
  const isAdded = clause.kind === 'relative';
  if (isAdded) ranges.unshift({ first: Math.max(sentence.first, clause.first - NEAREST), end: clause.first });
  for (const each of clausesOf(reading, before)) {
    if (isAdded || each.first >= clause.first) break;
    ranges.unshift({ first: each.first, end: Math.min(each.verb, each.first + LONGEST_ANTECEDENT) });
  }
  return { statement, ranges, referent: referentOf(reading, ranges, statement.topic, heading) };
}

/** In tokens. */
const LONGEST_ANTECEDENT = 12;
const NEAREST = 4;

const POSSESSIVES: ReadonlySet<string> = new Set(['its', 'their']);

/** 'It is not', 'injection at that level is not', 'I cannot support that one' */
function refersBack(reading: Reading, { subject, object, construction, clause, sentence }: Statement): boolean {
  // 'The left knee qualifies, and its injection is supported', 'The brace adds nothing, and I would not.'
  if (clause.first > sentence.first && POSSESSIVES.has(reading.tokens.lower(subject.first))) return true;
  if (subject.kind === 'reviewer' && construction === null) return true;
  if (subject.kind === 'reviewer') return PRONOUNS.has(reading.tokens.lower(object.first)) || isThat(reading, object);
  const near = { first: object.first, end: Math.min(object.end, object.first + NEAREST) };
  return (
    isPronoun(reading, subject) || isThat(reading, subject) || isThat(reading, near) || isOfPronoun(reading, subject)
  );
}

/** 'imaging of it', 'injecting it' */
const isOfPronoun = (reading: Reading, { first, end }: TokenRange): boolean =>
  end - first > 1 &&
  PRONOUNS.has(reading.tokens.lower(end - 1)) &&
  (reading.tokens.written(end - 2) === 'of' || (reading.formAt(end - 2) & Form.ing) !== 0);

function isThat(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++)
    // 'injection there'
    if (at > first && reading.tokens.lower(at) === 'there') return true;
    else if (reading.is(at, ENGLISH.demonstrative) && reading.is(at + 1, CONCLUSION_WORDS['part word'])) return true;
  return false;
}

const isPronoun = (reading: Reading, { first, end }: TokenRange): boolean =>
  end - first === 1 && (PRONOUNS.has(reading.tokens.lower(first)) || reading.is(first, ENGLISH.demonstrative));
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'them', 'which']);
