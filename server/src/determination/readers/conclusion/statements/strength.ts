import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { type Heading, isCalled, isDefinite, isNamed } from '../about/referent.ts';
import { endsInFrame } from '../clauses/framed.ts';
import { hasConditionAfter, isQualified, type Scope } from '../clauses/scope.ts';
import { INDEFINITE, type Subject, type SubjectKind } from '../clauses/subject.ts';
import type { Outcome } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isConceded } from './conceded.ts';

export interface Rated {
  readonly row: Outcome;
  readonly group: VerbGroup;
  readonly clause: Clause;
  readonly sentence: TokenRange;
  /** It is in the last sentence. */
  readonly isLast: boolean;
  readonly next: Clause | undefined;
  readonly scope: Scope;
  readonly subject: Subject;
  /** The subject that is in the clause itself. */
  readonly own: Subject;
  readonly at: number;
  readonly end: number;
  readonly sign: number;
  readonly heading: Heading;
  /** It is the object of a verb of judging. */
  readonly isObject: boolean;
  /** 'As to the neck, …', 'Neck: …' */
  readonly hasTopic: boolean;
  /** A condition is in the sentence. */
  readonly hasCondition: boolean;
}

/** How firmly a statement is made of what is in dispute, rather than of such cases in general. */
export function strengthOf(reading: Reading, rated: Rated): number {
  const { row, group, clause, subject, isObject, hasTopic, own, at, heading, scope, sign } = rated;
  const isDefiniteThing =
    isObject ||
    hasTopic ||
    isDefinite(reading, subject) ||
    isNamed(reading, subject, heading.words) ||
    isCalled(reading, subject, heading) ||
    // 'a month's supply', 'A month is approved'
    reading.has(subject, CONCLUSION_WORDS['amount word']) ||
    (row.isDecision === true && reading.has(subject, CONCLUSION_WORDS['time unit'])) ||
    // 'Sending him to a neurologist'
    reading.has(subject, ENGLISH.he);
  const isFormula = reading.is(at, CONCLUSION_WORDS['medically necessary']);
  const isNecessity =
    isFormula || (reading.is(at, CONCLUSION_WORDS['names necessity']) && (isDefiniteThing || own.kind === 'none'));
  const strength = isNecessity && row.strength >= 2 ? 3 : row.strength;
  // 'Although the request is medically necessary, …' says so all the same.
  const isOwnFormula = isFormula && subject.kind === 'request' && group.modality === 'none' && !group.isPast;
  if (clause.kind === 'concession' && !isOwnFormula && !isContrast(reading, rated)) return Math.min(strength, 1.5);
  if (!isOwnFormula && isConceded(reading, clause, rated.sentence)) return Math.min(strength, 1.5);
  if (group.isGeneral || (at > clause.first && reading.is(clause.first, ENGLISH.usually))) return 1;
  if (sign > 0 && !isOwnFormula && isInGeneral(reading, clause)) return 1;
  if (row.isGuidelines === true && (scope !== 'own' || endsInFrame(reading, clause) !== null) && !isObject)
    return WEAKEST;
  if (row.isGuidelines === true && sign > 0 && isUpTo(reading, subject)) return 1;
  if (scope === 'guideline' && sign < 0 && !isDefiniteThing && !isFormula && row.isDecision !== true) return WEAKEST;
  if (sign > 0 && isAfterWhen(reading, rated)) return 1;
  if (isOfNotEvery(reading, rated)) return WEAKEST;
  if (row.as.includes('idiom')) return isOfOtherCases(reading, rated) ? 1 : strength;
  if (row.as.includes('infinitive')) return isOfSuchCases(reading, rated, isDefiniteThing, isFormula) ? 1 : 1.5;
  // 'They were worth having'
  if (sign > 0 && group.isPast && !group.isJudged && !isFormula && WAS.has(subject.kind))
    return Math.min(strength, 1.5);
  // 'I would have opposed the first six'
  if (group.modality === 'would' && group.isPerfect && subject.kind === 'reviewer') return Math.min(strength, 1.5);
  if (isOfDenials(reading, rated)) return WEAKEST;
  if (PLAIN.has(subject.kind) || row.as.includes('noun')) return strength;
  if (row.strength === 1.5 && isOfRequest(reading, rated)) return 2;
  if (subject.kind === 'request') return strength === 3 ? 3 : row.strength === 1.5 ? 2 : 2.5;
  if (row.isDecision === true && own.kind === 'none' && isOnItsOwn(rated)) return strength;
  if (isTelegraphic(reading, rated) || isLastWord(reading, rated)) return strength;
  if (isOfNoCase(reading, rated)) return WEAKEST;
  return isOfSuchCases(reading, rated, isDefiniteThing, isFormula) || isOfOtherUses(reading, rated)
    ? 1
    : limited(strength, rated, isDefiniteThing, isFormula);
}

/** What counts for nothing, even where nothing else is said. */
const WEAKEST = 0.5;

/** 'No more than three are recommended': how many at most is a guideline's word. */
const isUpTo = (reading: Reading, { first, end }: TokenRange): boolean =>
  reading.has({ first: first - 1, end }, CONCLUSION_WORDS['conclusion at most']) ||
  reading.endOfClass(first - LONGEST_AT_MOST, CONCLUSION_WORDS['conclusion at most']) === first;

/** 'Not every second scan is a waste', where no number is asked for: whether this one is it does not say. */
const isOfNotEvery = ({ tokens }: Reading, { subject: { first }, heading }: Rated): boolean =>
  tokens.lower(first) === 'not' &&
  EVERY.has(tokens.lower(first + 1)) &&
  tokens.lower(first + 2) !== 'of' &&
  heading.amounts.size === 0;

const EVERY: ReadonlySet<string> = new Set(['every', 'each']);

/** In tokens: 'no more than'. */
const LONGEST_AT_MOST = 3;

/** 'Therapy as such is appropriate', 'no quarrel with the device per se'; 'As such, it is appropriate' only leads on. */
function isInGeneral(reading: Reading, clause: Clause): boolean {
  const { tokens } = reading;
  for (let at = clause.first; at < clause.end; at++) {
    const leadsOn = tokens.lower(at) === 'as' && (at === clause.first || tokens.written(at - 1) === ',');
    if (!leadsOn && reading.is(at, CONCLUSION_WORDS['in general'])) return true;
  }
  return false;
}

/** 'care counts when it is reasonably required' */
const isAfterWhen = ({ tokens }: Reading, { clause, group }: Rated): boolean =>
  tokens.hasAny({ first: clause.first, end: group.first }, WHEN);

const WHEN: ReadonlySet<string> = new Set(['when', 'whenever']);

/** 'Eight are necessary, while four are not': what follows a main clause so is said beside it. */
const isContrast = ({ tokens }: Reading, { clause, sentence }: Rated): boolean =>
  clause.first > sentence.first && CONTRASTS.has(tokens.lower(clause.first));

const CONTRASTS: ReadonlySet<string> = new Set(['while', 'whereas']);

/** A phrase in the words of a guideline, or under a condition that follows. */
const isOfOtherCases = (reading: Reading, { scope, end, clause, next, heading }: Rated): boolean =>
  (scope !== 'own' && !isOfThis(reading, end, heading)) || hasConditionAfter(reading, end, clause, next);

/** '(nothing to be said against) the prescription' */
const isOfThis = (reading: Reading, at: number, { words }: Heading): boolean =>
  ARTICLES.has(reading, at) &&
  !INDEFINITE.has(reading.tokens.lower(at)) &&
  (reading.is(at + 1, CONCLUSION_WORDS['request word']) || isNamed(reading, { first: at + 1, end: at + 3 }, words));

/** What is said of all such cases, by a guideline or under a condition. */
function isOfSuchCases(
  reading: Reading,
  { row, clause, next, scope, subject, own, at, end, sign, heading, hasCondition }: Rated,
  isDefiniteThing: boolean,
  isFormula: boolean,
): boolean {
  const isGuidelines = row.isGuidelines === true;
  if (scope === 'guideline' && !(isFormula && isNamed(reading, subject, heading.words))) return true;
  if (scope === 'continued' && !isFormula && (isGuidelines || !isDefiniteThing)) return true;
  // 'The MTUS speaks of therapy. Ten visits are permitted.'
  if (scope !== 'own' && sign > 0 && PERMITTED.has(reading.tokens.lower(at))) return true;
  if (isGuidelines && sign > 0 && isQualified(reading, end, clause)) return true;
  if (isGuidelines && (isExcepted(reading, end) || isOfRoutine(reading, subject, heading))) return true;
  // 'It is not recommended as a sole treatment, but as an option.', 'for back pain alone'
  if (isGuidelines && sign < 0 && !ARTICLES.has(reading, own.first) && isLimited(reading, end)) return true;
  if (isGuidelines && (hasCondition || (!isDefiniteThing && own.kind !== 'none'))) return true;
  const isConditional = hasConditionAfter(reading, end, clause, next);
  if (isConditional && (sign > 0 || isGuidelines)) return true;
  return isOfMost(reading, end) || (sign > 0 && !isDefiniteThing && isQualified(reading, end, clause));
}

/** 'Discontinuation is advised where there is no gain': of all such cases. */
const isOfDenials = (reading: Reading, { subject, own, end, clause, next }: Rated): boolean =>
  subject.kind === 'denial' && own.end - own.first === 1 && hasConditionAfter(reading, end, clause, next);

/** 'It is not recommended as a sole treatment', 'not recommended if …': whether this is such a case it does not say. */
const isOfNoCase = (reading: Reading, { row, sign, end, hasCondition, own }: Rated): boolean =>
  row.isGuidelines === true &&
  sign < 0 &&
  !ARTICLES.has(reading, own.first) &&
  (hasCondition || (reading.tokens.written(end) === 'as' && reading.is(end + 1, ENGLISH.article)));

/** What is permitted is so by a guideline, unless the reviewer says otherwise. */
export const PERMITTED: ReadonlySet<string> = new Set(['permitted', 'allowed']);

/** 'is not recommended, except in the case of' */
const isExcepted = ({ tokens }: Reading, end: number): boolean =>
  EXCEPT.has(tokens.lower(tokens.written(end) === ',' ? end + 1 : end));

const EXCEPT: ReadonlySet<string> = new Set(['except', 'save', 'barring']);

/** 'Routine removal of hardware': of all such cases, unless the heading says so. */
const isOfRoutine = ({ tokens }: Reading, { first }: TokenRange, { words }: Heading): boolean =>
  tokens.lower(first) === 'routine' && !words.has(tokens.word(first));

/** 'Rest is fine for most strains', 'good for anybody', 'of no use to a healthy person' */
const isOfMost = ({ tokens }: Reading, end: number): boolean =>
  FOR.has(tokens.written(end)) && (MOST.has(tokens.lower(end + 1)) || HEALTHY.has(tokens.lower(end + 2)));
const HEALTHY: ReadonlySet<string> = new Set(['healthy', 'well', 'normal']);

const FOR: ReadonlySet<string> = new Set(['for', 'to', 'in']);

const MOST: ReadonlySet<string> = new Set(
  'most many some any anybody anyone everybody everyone people patients'.split(' '),
);

const isLimited = ({ tokens }: Reading, end: number): boolean =>
  tokens.written(end) === 'as' || (tokens.written(end) === 'for' && !OWN_USE.has(tokens.lower(end + 1)));

/** 'Imaging is indicated.' as the last word, without a condition or a use: no guideline's. */
const isLastWord = (reading: Reading, { row, sign, scope, sentence, isLast, end, hasCondition }: Rated): boolean =>
  isLast &&
  row.isGuidelines === true &&
  sign > 0 &&
  scope === 'own' &&
  !hasCondition &&
  (end >= sentence.end || reading.tokens.written(end) === '.');

/** 'Surgery indicated.', 'Study not recommended.': as a note of the reviewer's has it, without an article or a verb. */
const isTelegraphic = (reading: Reading, { row, scope, clause, sentence, own, end, hasCondition }: Rated): boolean =>
  scope === 'own' &&
  !hasCondition &&
  (row.isGuidelines === true || row.isDecision === true) &&
  clause.verb >= clause.end - 2 &&
  own.kind !== 'none' &&
  !ARTICLES.has(reading, own.first) &&
  (end >= sentence.end || reading.tokens.isMark(end));

const ARTICLES = new ClassMap<true>([
  [ENGLISH.article, true],
  [ENGLISH.possessive, true],
]);

/** 'The drug is approved for seizures': by those who approve drugs, for what they are sold for. */
function isOfOtherUses(reading: Reading, { row, subject, end, sign }: Rated): boolean {
  const { tokens } = reading;
  // 'Forty tablets are approved for a taper.'
  if (numbers(reading).hasBetween(subject.first, subject.end)) return false;
  if (row.id !== 'granted' || sign < 0 || subject.kind === 'request' || tokens.lower(end) !== 'for') return false;
  const next = tokens.lower(end + 1);
  return !OWN_USE.has(next) && numbers(reading).at(end + 1) === undefined;
}

const OWN_USE: ReadonlySet<string> = new Set(
  'the this these a an one two three four six eight ten twelve her his him them me now both all that use left right'.split(
    ' ',
  ),
);

/** 'meets the criteria for the requested service' */
const isOfRequest = ({ tokens }: Reading, { clause }: Rated): boolean => tokens.hasAny(clause, REQUESTED);

const REQUESTED: ReadonlySet<string> = new Set(['request', 'requested', 'here']);

/** A note ('Allow.') after a semicolon, or in no guideline's words. */
const isOnItsOwn = ({ scope, clause, sentence }: Rated): boolean => scope === 'own' || clause.first > sentence.first;

function limited(
  strength: number,
  { row, group, own, sign }: Rated,
  isDefiniteThing: boolean,
  isFormula: boolean,
): number {
  // 'The study is found to be indicated': by the reviewer.
  if (row.isGuidelines === true && sign > 0 && !(group.isJudged && isDefiniteThing)) return 1.5;
  if (isDefiniteThing || own.kind === 'none' || isFormula) return strength;
  return Math.min(strength, sign > 0 ? 1.5 : 2);
}

const WAS: ReadonlySet<SubjectKind> = new Set(['thing', 'treatment', 'none']);
const PLAIN: ReadonlySet<SubjectKind> = new Set(['reviewer', 'denial', 'necessity', 'answer']);
