import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { type ObjectKind, objectIn } from '../clauses/object.ts';
import { INDEFINITE } from '../clauses/subject.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isOtherTreatment, treatmentsIn } from './otherTreatment.ts';
import { type Heading, intersect, isNamed, namesIn, type Referent } from './referent.ts';
import type { About } from './sameThing.ts';

/** It is about another thing than the heading names: 'the surgery is medically necessary' where a brace is in dispute. */
export function isElsewhere(reading: Reading, about: About, heading: Heading): boolean {
  const { statement, referent } = about;
  const { subject } = statement;
  const { names, isOfSeveral, treatments } = heading;
  if (isOfOtherSide(about, heading)) return true;
  // 'The acid blocker' is one of the drugs that are asked for.
  if (isOfSeveral && reading.tokens.lower(subject.first) === 'the') return false;
  // 'a one-month supply'
  if (reading.has(subject, CONCLUSION_WORDS['period word']) || reading.has(subject, CONCLUSION_WORDS['amount word']))
    return false;
  if (referent.topics.size > 0 && intersect(referent.topics, names)) return false;
  // 'The operation' where an arthroscopy is asked for
  const isOfSurgery = treatments.some(({ category }) => category === 'surgery');
  if (isOfSurgery && reading.has(subject, CONCLUSION_WORDS['operation word'])) return false;
  if (subject.kind === 'reviewer') return !isOfSeveral && isOfOtherObject(reading, about, heading);
  // 'Needle testing' where two studies are asked for
  if (isOfSeveral && subject.kind === 'treatment' && treatmentsIn(reading, subject).length === 0) return false;
  if (subject.kind !== 'thing' && subject.kind !== 'treatment') return false;
  return !isOfPart(referent) && isOtherName(reading, subject, heading);
}

/** 'The left knee does not need one' where the right knee is asked about */
export const isOfOtherSide = ({ referent: { side } }: About, { onlySide }: Heading): boolean =>
  onlySide !== null && side !== 'none' && side !== onlySide;

/** 'I accept the radiculopathy', 'I have no quarrel with the stretching program', 'I would support a taper' */
function isOfOtherObject(
  reading: Reading,
  { ranges: [object], referent, statement }: About,
  heading: Heading,
): boolean {
  if (object === undefined || isOfPart(referent)) return false;
  // 'I share his dislike of hot packs, and I would not pay for either'
  if (EITHER.has(reading.tokens.lower(object.first)))
    return isOtherTreatment(reading, { first: statement.sentence.first, end: statement.clause.first }, heading);
  const range = nounPhrase(reading, object);
  return !DECIDED.has(objectIn(reading, range, heading.words)) && isOtherName(reading, range, heading);
}

const EITHER: ReadonlySet<string> = new Set(['either', 'neither', 'them', 'those']);

/** It has an article that makes it one of many, and another name: 'I would support a weaning plan'. */
export function isOfAnyOther(reading: Reading, object: TokenRange, heading: Heading): boolean {
  // 'I cannot approve it on a guess', 'I cannot approve on a guess'
  if (reading.is(object.first, ENGLISH.preposition) && !LEADING.has(reading.tokens.lower(object.first))) return false;
  const range = nounPhrase(reading, object);
  const isIndefinite = INDEFINITE.has(reading.tokens.lower(range.first));
  if (!isIndefinite || isNamed(reading, range, heading.words)) return false;
  return !PARTIES.has(objectIn(reading, range, heading.words)) && isOtherName(reading, range, heading);
}

/** 'no objection to a walker' */
const LEADING: ReadonlySet<string> = new Set(['to', 'with', 'of', 'for']);

/** 'I side with a surgeon of that rank' */
const PARTIES: ReadonlySet<ObjectKind> = new Set(['review', 'physician', 'patient', 'denial']);

/** Without the preposition before it, up to a mark. */
function nounPhrase(reading: Reading, { first, end }: TokenRange): TokenRange {
  const start = reading.is(first, ENGLISH.preposition) ? first + 1 : first;
  let stop = start;
  while (stop < Math.min(end, start + LONGEST_OBJECT) && !reading.tokens.isMark(stop)) stop++;
  return { first: start, end: stop };
}

/** In tokens. */
const LONGEST_OBJECT = 6;

/** 'I agree with the denial', 'I side with the surgeon': whatever else is named. */
const DECIDED: ReadonlySet<ObjectKind> = new Set([
  'denial',
  'review',
  'withholding',
  'necessity',
  'ground',
  'criteria',
  'physician',
  'patient',
]);

const isOfPart = ({ isNamed, numbers, part, side }: Referent): boolean =>
  isNamed || numbers.size > 0 || part !== 'none' || side !== 'none';

/** It names something, and nothing of the heading; 'a box' or 'a bottle' is some of it. */
const isOtherName = (reading: Reading, range: TokenRange, { names, words }: Heading): boolean =>
  names.size > 0 &&
  !reading.has(range, CONCLUSION_WORDS['amount word']) &&
  !isPronoun(reading, range.first) &&
  namesIn(reading, range, words).size > 0;

const isPronoun = (reading: Reading, at: number): boolean =>
  PRONOUNS.has(reading.tokens.lower(at)) || reading.is(at, ENGLISH.demonstrative);
const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'them', 'both', 'neither']);
