import type { Clause } from '../../../../language/clauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { treatmentsIn } from '../about/otherTreatment.ts';
import { isOfSide, isOnlyPart, isShare } from '../about/parts.ts';
import { type Heading, intersect, isCalled, isDefinite, isNamed, namesIn } from '../about/referent.ts';
import { complementSign, isNoneOrAll, isObjectDenied, type ObjectKind, objectIn } from '../clauses/object.ts';
import type { Subject } from '../clauses/subject.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Requirement } from './constructions.ts';

/** Where a construction is to be read. */
export interface Site {
  readonly reading: Reading;
  readonly at: number;
  readonly end: number;
  readonly group: VerbGroup;
  readonly isWished: boolean;
  readonly clause: Clause;
  readonly subject: Subject;
  readonly heading: Heading;
}

const isDuty = ({ group, isWished, clause }: Site): boolean =>
  isWished ||
  group.modality === 'duty' ||
  // 'is to be done', and in a note 'Not to be done.'
  (group.isInfinitive && (group.isFinite || group.negations > 0)) ||
  // 'that the test be done'
  (clause.kind === 'content' && group.hasLink && !group.isFinite);

const REQUIREMENTS: Readonly<Record<Requirement, (site: Site) => boolean>> = {
  duty: isDuty,
  'duty or may': (site) => isDuty(site) || site.group.modality === 'chance',
  would: ({ group }) => group.modality === 'would' || (group.modality === 'duty' && group.isInfinitive === false),
  ability: ({ group }) => group.modality === 'ability',
  denied: ({ group, subject }) => group.negations > 0 || subject.isDenied,
  'not denied': ({ group, subject }) => group.negations === 0 && !subject.isDenied,
  modal: isModal,
  // 'is to have it'
  'modal or to be': (site) =>
    isModal(site) || (site.group.isInfinitive && IS.has(site.reading.tokens.lower(site.group.first))),
  ends: ({ reading, end, clause }) => endsPhrase(reading, end, clause),
  curt: ({ reading, end, clause, heading }) =>
    end >= clause.end ||
    // 'Brace: no.' orders none.
    (reading.tokens.isMark(end) && reading.tokens.written(end) !== ':') ||
    PRONOUNS.has(reading.tokens.lower(end)) ||
    // 'needs therapy'
    (isNamed(reading, { first: end, end: end + 1 }, heading.words) && endsPhrase(reading, end + 1, clause)) ||
    // 'Get him the shoes', 'Repair the tear'
    (DEFINITE.has(reading, end) &&
      isOfHeading(reading, { first: end, end: Math.min(clause.end, end + NEAR + 2) }, heading)),
  // 'It is necessary that one be tried': of what is not known.
  definite: ({ reading, subject, clause, heading }) =>
    (isDefinite(reading, subject) && !(clause.kind === 'content' && isOne(reading, subject))) ||
    isNamed(reading, subject, heading.words) ||
    isSameDrug(reading, subject, heading),
  'set off': ({ reading, at, end, clause, subject, heading }) => {
    // 'Six yes, rest no.'
    const isNote = clause.verb >= clause.end && subject.end > subject.first;
    if (isNote && reading.tokens.isMark(end) && isOnlyPart(reading, subject, heading)) return true;
    if (end < clause.end - 1) return false;
    // 'Walker no.'
    const isNamedBefore =
      clause.verb >= clause.end && isNamed(reading, { first: clause.first, end: at }, heading.words);
    return reading.tokens.written(at - 1) === ',' || isNamedBefore;
  },
  'to stand': ({ reading, end, clause }) =>
    PRONOUNS.has(reading.tokens.lower(end)) &&
    reading.tokens.written(end) !== 'the' &&
    isFollowedBy(reading, end, clause, CONCLUSION_WORDS.stands),
  'of a view': ({ reading, end, clause }) => isFollowedBy(reading, end, clause, CONCLUSION_WORDS['view word']),
  'not as': ({ reading, end }) => reading.tokens.lower(end) !== 'as',
  // 'It was held against the request that'
  'not held': ({ group }) => !(group.isJudged && group.isPast),
  'not a figure': ({ reading, subject }) => !reading.has(subject, CONCLUSION_WORDS['figure word']),
  // 'too long to be approved' is for one.
  'not for a deed': ({ reading, at, end, clause }) =>
    reading.tokens.lower(at) !== 'too' ||
    reading.tokens.lower(end) !== 'to' ||
    complementSign(reading, end, clause.end) !== 0 ||
    reading.has({ first: end, end: Math.min(clause.end, end + NEAR) }, CONCLUSION_WORDS.supports),
  'of no treatment': ({ reading, at, heading }) => {
    const before = { first: Math.max(reading.startOfSentence(at), at - FARTHEST_BEFORE), end: at };
    return !isNamed(reading, before, heading.words) || reading.has(before, CONCLUSION_WORDS.denial);
  },
  'for good': ({ reading, end }) =>
    !FOR_A_WHILE.has(reading.tokens.lower(end)) &&
    (reading.tokens.lower(end) !== 'to' || (reading.formAt(end + 1) & Form.base) === 0),
  'not a reply': ({ reading, at, end }) =>
    !ANSWERS.has(reading.tokens.lower(at)) || !THAT.has(reading.tokens.lower(end)),
  'no demand': ({ group }) => group.modality !== 'duty' || group.negations > 0,
  'not of all': ({ reading, subject: { first, end }, heading: { amounts } }) => {
    if (isFigureBeyond(reading, { first, end }, amounts)) return false;
    const count = numbers(reading).at(first)?.max;
    const isOfAll = end - first === 1 && EVERY.has(reading.tokens.lower(first - 1));
    return !isOfAll || count === undefined || amounts.has(count);
  },
  'definite or a name': ({ reading, subject, heading }) =>
    isDefinite(reading, subject) || isNamed(reading, subject, heading.words) || isNameInNote(reading, subject),
  'a deed to him': ({ reading, subject }) =>
    subject.kind !== 'denial' && isDeed(reading, subject) && TO_HIM.has(reading.tokens.lower(subject.first + 1)),
  'in a main clause': ({ clause }) => clause.kind === 'main',
  'not more': ({ reading, end, clause }) =>
    !reading.tokens.hasAny({ first: end, end: Math.min(clause.end, end + NEAR) }, MORE),
  'not the record': ({ reading, end, heading }) => {
    const object = { first: end, end: end + NEAR };
    return !reading.tokens.hasAny(object, RECORDS) || isNamed(reading, object, heading.words);
  },
  wished: ({ isWished }) => isWished,
  'before it': isBeforeIt,
  first: (site) =>
    isFirst(site) && !isNamed(site.reading, { first: site.end, end: site.clause.end }, site.heading.words),
  'not us': ({ reading, end }) => !US.has(reading.tokens.lower(end)),
  'not first': (site) => !isFirst(site),
  'not before a figure': ({ reading, end }) => !reading.tokens.isFigures(end),
  now: ({ reading, at, group }) => !group.isPast && (reading.formAt(at) & (Form.base | Form.thirdPerson)) !== 0,
  'of what is asked': ({ reading, subject, heading }) =>
    (!isBodily(reading, subject) && isOfHeading(reading, subject, heading)) ||
    (subject.kind !== 'thing' && isDefinite(reading, subject)),
  'not of a denial': ({ reading, subject: { first } }) =>
    reading.tokens.lower(first) !== 'it' ||
    !reading.has({ first: reading.startOfSentence(first), end: first }, CONCLUSION_WORDS.denial),
  'of what is named': ({ reading, subject, heading }) =>
    subject.kind === 'request' ||
    reading.has(subject, CONCLUSION_WORDS['conclusion plan']) ||
    (!isBodily(reading, subject) && isOfHeading(reading, subject, heading)),
  'at present': ({ reading, at, group, clause, subject }) =>
    !group.isPast &&
    // 'A warm bath feels good.'
    !FEELING.has(reading.tokens.lower(at - 1)) &&
    !group.isPerfect &&
    // 'The cream smells good.', whose verb is not known, rates nothing.
    (group.hasLink || group.isJudged || !reading.is(subject.first, ENGLISH.article)) &&
    (reading.formAt(clause.verb) & (Form.past | Form.base)) !== Form.past,
  'by somebody': ({ reading, subject }) => SOMEBODY.has(reading.tokens.lower(subject.first)),
  'as it is': ({ reading, end, clause }) =>
    DECIDING.every((each) => !reading.has({ first: end, end: clause.end }, each)),
  'ends there': ({ reading, group, end, clause }) =>
    clause.verb >= group.first &&
    (end >= clause.end || reading.tokens.isMark(end) || reading.is(end, ENGLISH.coordinator)),
  'by what is asked': ({ reading, subject, heading }) => intersect(namesIn(reading, subject), heading.names),
  'what is asked': ({ reading, end, clause, heading }) =>
    intersect(namesIn(reading, { first: end, end: Math.min(clause.end, end + FARTHEST_NAME) }), heading.names),
  'not opening': ({ at, clause }) => at > clause.first,
  'would or command': ({ group, subject }) => subject.kind === 'none' || group.modality !== 'none',
  alone: ({ reading, end, clause }) => isAlone(reading, end, clause),
  refusing: ({ reading, end, clause }) => complementSign(reading, end, clause.end) < 0,
  'not refusing': ({ reading, end, clause }) => complementSign(reading, end, clause.end) >= 0,
  granting: ({ reading, end, clause }) => complementSign(reading, end, clause.end) > 0,
  // 'To hold her weight against her would be unfair'
  'a deed': ({ reading, subject }) =>
    subject.kind !== 'denial' && isDeed(reading, subject) && !reading.tokens.hasAny(subject, AGAINST),
  'more than reasons': ({ reading, at, end, clause }) =>
    !ACCEPTING.has(reading.tokens.lower(at)) || !isOfCount(reading, end, clause),
  'every one': ({ reading, subject }) => subject.isDenied || EVERY.has(reading.tokens.lower(subject.first)),
  'to get it': ({ reading, end, group }) =>
    !group.isPerfect &&
    (DEFINITE.has(reading, end) ||
      THAT.has(reading.tokens.written(end)) ||
      reading.tokens.lower(end) === 'all' ||
      numbers(reading).at(end) !== undefined),
  'of this case': ({ reading, end, clause }) => isFollowedBy(reading, end, clause, CONCLUSION_WORDS['this one']),
  'one patient': ({ reading, subject }) => !isOfMany(reading, subject),
  'not otherwise': ({ reading, end }) => reading.tokens.written(end + 1) !== 'otherwise',
  'of a side': ({ reading, subject }) => isOfSide(reading, subject),
  'of a share': ({ reading, subject, end }) => isShare(reading, subject, end),
  'what is asked for': ({ reading, end, clause, heading }) => {
    if (ONE.has(reading.tokens.lower(end))) return endsPhrase(reading, end + 1, clause);
    const near = { first: end, end: Math.min(clause.end, end + NEAR + 2) };
    return (
      (DEFINITE.has(reading, end) || isObjectDenied(reading, end, clause.end)) && isNamed(reading, near, heading.words)
    );
  },
  'asked for': ({ reading, subject, heading }) =>
    subject.kind === 'request' || isNamed(reading, subject, heading.words) || isOnlyPart(reading, subject, heading),
  'none or all': ({ reading, end, clause }) => isNoneOrAll(reading, end, clause.end),
  it: ({ reading, subject }) => IT.has(reading.tokens.lower(subject.first)) && subject.end - subject.first === 1,
  'in a note': ({ reading, clause }) => clause.verb >= clause.end || !isAuxiliary(reading, clause.verb),
  'not of a detail': ({ reading, end, clause, heading }) =>
    !ABOUT.has(reading.tokens.lower(end)) ||
    OF_IT.has(objectIn(reading, { first: end + 1, end: clause.end }, heading.words)),
  'not about a detail': ({ reading, end, clause, subject, heading }) => {
    if (reading.tokens.lower(end) !== 'about' || subject.kind === 'denial') return true;
    const object = { first: end + 1, end: Math.min(clause.end, end + 1 + SHORT) };
    return isNamed(reading, object, heading.words) || reading.has(object, CONCLUSION_WORDS['the request']);
  },
  'not on a detail': ({ reading, end, clause, heading }) =>
    !ON.has(reading.tokens.lower(end)) ||
    isOfHeading(reading, { first: end + 1, end: Math.min(clause.end, end + 1 + NEAR) }, heading),
  'of a denial': ({ reading, at, end, clause }) => isNearDenial(reading, at, end, clause),
};

/** 'Seventy (percent) is required', 'at least ten degrees are needed' where fewer are asked for: a figure that is measured. */
function isFigureBeyond(reading: Reading, { first, end }: TokenRange, amounts: ReadonlySet<number>): boolean {
  let at = first;
  while (at < end && (reading.is(at, ENGLISH.degree) || LEAST.has(reading.tokens.lower(at)))) at++;
  const count = at < end ? numbers(reading).at(at) : undefined;
  if (count === undefined) return false;
  return count.end >= end ? count.max > Math.max(0, ...amounts) : PERCENT.has(reading.tokens.lower(count.end));
}

/** 'Hydrocodone' where Norco is asked for; not 'opioids' in general. */
const isSameDrug = (reading: Reading, subject: TokenRange, { treatments }: Heading): boolean =>
  treatmentsIn(reading, subject).some(({ name }) => treatments.some((asked) => asked.name === name));

const isOne = ({ tokens }: Reading, { first, end }: TokenRange): boolean =>
  tokens.lower(end - 1) === 'one' && end - first === 1;

const FOR_A_WHILE: ReadonlySet<string> = new Set('before until during prior while if when'.split(' '));

const ANSWERS: ReadonlySet<string> = new Set(['answer', 'answers', 'answered']);

const LEAST: ReadonlySet<string> = new Set(['at', 'least', 'some', 'more', 'than', 'over']);
const PERCENT: ReadonlySet<string> = new Set(['percent', '%', 'degrees']);
const DECIDING = [CONCLUSION_WORDS.grants, CONCLUSION_WORDS.withholds, CONCLUSION_WORDS['conclusion delays']] as const;

/** 'the first two', and nothing more */
function isOfCount(reading: Reading, end: number, clause: Clause): boolean {
  const { tokens } = reading;
  const first = reading.is(end, ENGLISH.article) ? end + 1 : end;
  const at = reading.is(first, CONCLUSION_WORDS['first part']) || tokens.lower(first) === 'last' ? first + 1 : first;
  const after = numbers(reading).at(at)?.end ?? at;
  return after > first && (after >= clause.end || tokens.isMark(after));
}

const ACCEPTING: ReadonlySet<string> = new Set(['accept', 'accepted']);
const AGAINST: ReadonlySet<string> = new Set(['against']);
const FEELING: ReadonlySet<string> = new Set(['feel', 'feels']);
const ON: ReadonlySet<string> = new Set(['on', 'about']);
/** In tokens: 'about the knee brace'. */
const SHORT = 3;

/** 'Drug meets the criteria and should be continued.' */
const isNameInNote = (reading: Reading, { first, end }: Subject): boolean =>
  end - first === 1 &&
  reading.tokens.isCapitalized(first) &&
  reading.is(first, CONCLUSION_WORDS['request word']) &&
  !reading.tokens.lower(first).endsWith('s');

const TO_HIM: ReadonlySet<string> = new Set(['it', 'him', 'her', 'them', 'this', 'another']);
const MORE: ReadonlySet<string> = new Set(['more', 'better']);
const RECORDS: ReadonlySet<string> = new Set(['films', 'film', 'imaging', 'scan']);
const US: ReadonlySet<string> = new Set(["'s", '’s']);
function isModal({ group: { modality } }: Site): boolean {
  return modality !== 'none' && modality !== 'ability';
}

const IS: ReadonlySet<string> = new Set(['is', 'are']);

const OF_IT: ReadonlySet<ObjectKind> = new Set(['request', 'necessity', 'denial']);
const ABOUT: ReadonlySet<string> = new Set(['about', 'in', 'on', 'as']);

/** Whether what a construction needs holds. */
export const fits = (need: Requirement, site: Site): boolean => REQUIREMENTS[need](site);

const isOfHeading = (reading: Reading, words: TokenRange, heading: Heading): boolean =>
  isNamed(reading, words, heading.words) || isCalled(reading, words, heading);

/** 'His back is fine.', 'Radiculopathy is undocumented.': that is no word on the treatment, as 'The brace is fine' is. */
export const isOfFinding = (reading: Reading, at: number, subject: Subject, { words }: Heading): boolean =>
  subject.kind === 'thing' &&
  ((reading.is(at, CONCLUSION_WORDS['conclusion of health']) && isBodily(reading, subject)) ||
    (reading.is(at, CONCLUSION_WORDS['conclusion of record']) &&
      !isNamed(reading, subject, words) &&
      treatmentsIn(reading, subject).length === 0));

/** 'the left knee', 'her gait': its last word or the one before is a part of the body or what it does. */
const isBodily = (reading: Reading, { first, end }: TokenRange): boolean =>
  BODY.has(reading, end - 1) || BODY.has(reading, Math.max(first, end - 2));

const BODY = new ClassMap<true>([
  [BODY_PART_NAMES, true],
  [CONCLUSION_WORDS['conclusion bodily'], true],
]);

/** 'should be tried before a gym is paid for', where a gym is asked for */
function isBeforeIt({ reading, end, heading }: Site): boolean {
  const last = reading.endOfSentence(end);
  for (let at = end; at < Math.min(last, end + NEAR); at++)
    if (reading.tokens.written(at) === 'before')
      return intersect(namesIn(reading, { first: at + 1, end: Math.min(last, at + FARTHEST_NAME) }), heading.names);
  return false;
}

/** 'let him do his exercises first', 'let it heal first and' */
function isFirst({ reading: { tokens }, end, clause }: Site): boolean {
  for (let at = end + 1; at < clause.end; at++)
    if (tokens.written(at) === 'first') return !tokens.isWord(at + 1) || AND.has(tokens.written(at + 1));
  return false;
}

const AND: ReadonlySet<string> = new Set(['and', 'then']);

/** 'Sending him', 'To send him' */
export const isDeed = (reading: Reading, { first, end }: Subject): boolean =>
  end > first &&
  ((reading.formAt(first) & Form.ing) !== 0 ||
    (reading.tokens.lower(first) === 'to' && (reading.formAt(first + 1) & Form.base) !== 0));

const ONE: ReadonlySet<string> = new Set(['it', 'them', 'this', 'these', 'one', 'any', 'none']);

const IT: ReadonlySet<string> = new Set(['it', 'this', 'that']);

const THAT: ReadonlySet<string> = new Set(['it', 'this', 'that', 'these', 'those', 'them', 'both', 'one']);

const SOMEBODY: ReadonlySet<string> = new Set(['somebody', 'someone']);

const EVERY: ReadonlySet<string> = new Set(['each', 'every', 'all', 'both']);

const PRONOUNS: ReadonlySet<string> = new Set('it him her them this these the as with both'.split(' '));

/** 'rightly denied', 'was denied properly', 'acted properly in declining'. */
function isNearDenial(reading: Reading, at: number, end: number, clause: Clause): boolean {
  return reading.has(
    { first: Math.max(clause.first, at - NEAR), end: Math.min(clause.end, end + NEAR) },
    CONCLUSION_WORDS.withholds,
  );
}

function isFollowedBy(reading: Reading, end: number, clause: Clause, wordClass: WordClass): boolean {
  return reading.has({ first: end, end: Math.min(clause.end, end + NEAR) }, wordClass);
}

/** 'Only two of the criteria are met', 'The criteria are only partly met': they are not. */
export function isOnlySome(reading: Reading, { kind, first, end }: Subject, group: VerbGroup): boolean {
  if (kind !== 'criteria') return false;
  if (SOME.has(reading, first) || SOME.has(reading, first - 1)) return true;
  for (let at = group.first; at < group.end; at++) if (at >= end && SOME.has(reading, at)) return true;
  return false;
}

const SOME = new ClassMap<true>([
  [ENGLISH.only, true],
  [CONCLUSION_WORDS['not all'], true],
  [CONCLUSION_WORDS['in part'], true],
]);

function isOfMany(reading: Reading, { first, end }: Subject): boolean {
  return reading.has({ first, end }, CONCLUSION_WORDS['patients in general']);
}

/** 'leave it alone', 'leave the tendon be' */
function isAlone(reading: Reading, end: number, clause: Clause): boolean {
  for (let at = end; at < Math.min(clause.end, end + NEAR + 1); at++)
    if (ALONE.has(reading.tokens.written(at))) return true;
  return false;
}

const ALONE: ReadonlySet<string> = new Set(['alone', 'be', 'out']);

const DEFINITE = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.demonstrative, true],
  [ENGLISH.possessive, true],
  [CONCLUSION_WORDS['patient party'], true],
]);

/** In tokens. */
const FARTHEST_BEFORE = 30;
const NEAR = 4;
const FARTHEST_NAME = 6;

const ENDERS = new ClassMap<true>([
  [ENGLISH.preposition, true],
  [ENGLISH.coordinator, true],
  [ENGLISH.subordinator, true],
  [ENGLISH.degree, true],
  [ENGLISH.except, true],
  [CONCLUSION_WORDS['other part'], true],
  [CONCLUSION_WORDS['more of it'], true],
]);

/** Whether a phrase ends here: a mark, a conjunction, or a preposition. */
export const endsPhrase = (reading: Reading, at: number, clause: Clause): boolean =>
  at >= clause.end || reading.tokens.isMark(at) || ENDERS.has(reading, at) || isCount(reading, at);

/** 'established x3 months' */
const isCount = ({ tokens }: Reading, at: number): boolean => tokens.written(at) === 'x' && tokens.isFigures(at + 1);
