import { type ClauseKind, clauseAt } from '../../../language/clauses.ts';
import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { dates } from '../../../language/values/date.ts';
import { type Derived, derived, readAs } from '../../model/derivation.ts';
import type { Premise } from '../../model/determination.ts';
import type { Treatment } from '../../model/treatment.ts';
import type { SubjectKind } from '../conclusion/clauses/subject.ts';
import { derivationOf } from '../conclusion/explain.ts';
import type { Statement } from '../conclusion/statements/statement.ts';
import { CONCLUSION_WORDS } from '../conclusion/words/words.ts';
import { treatmentMentions } from '../treatments/treatments.ts';
import { fatesIn, numberedAt } from './numbered.ts';
import { PREMISE_ROWS, PREMISE_WORDS, type PremiseRole } from './vocabulary.ts';

/**
 * What a rationale says of the fate of operations and other treatments by name: 'as the surgery is medically necessary',
 * 'given the denial of the fusion'. Its own treatment may be among them. In order.
 * @param statements the statements of the same passage
 */
export function premisesOf(passage: PlacedPassage, statements: readonly Statement[]): readonly Premise[] {
  const said = statements.flatMap((statement) => premiseOf(passage, statement) ?? []);
  const inPassing = PREMISE_ROWS.find(passage).flatMap(({ row, first, end }) => {
    const clause = clauseAt(passage, first) ?? { kind: 'main' as const, ...passage.sentenceAt(first) };
    const thing = isOfFact(passage, clause) ? thingIn(passage, { first: end, end: clause.end }) : null;
    if (thing === null) return [];
    const span = passage.span({ first, end: thing.end });
    return [premise(passage, derived(row.role, span, readAs(span, 'tells what became of it', row.id)), thing)];
  });
  const fates = [...fatesIn(passage)].flatMap(({ item, end, role }) => {
    const clause = clauseAt(passage, item.first);
    if (clause === undefined || !isFactOrAdded(clause.kind) || namesReview(passage, clause)) return [];
    const span = passage.span({ first: item.first, end });
    const thing = { treatment: null, called: null, ...item };
    return [premise(passage, derived(role, span, readAs(span, 'tells what became of it')), thing)];
  });
  return [...said, ...inPassing, ...fates, ...grantedAbove(passage)].sort((a, b) => a.span.start - b.span.start);
}

/** 'The repair that is granted above', 'the repair, which was allowed above': what became of a thing that is named before. */
function* grantedAbove(passage: PlacedPassage): Iterable<Premise> {
  const { reading } = passage;
  for (const { first, end } of passage.mentions(PREMISE_WORDS['premise granted above'])) {
    const clause = clauseAt(passage, first);
    if (clause === undefined || !isFactOrAdded(clause.kind)) continue;
    let last = first;
    while (isLed(reading, last - 1) && last > first - LONGEST_LEAD) last--;
    let start = last;
    while (start > last - LONGEST_NAME - 1 && !reading.is(start, ENGLISH.article)) start--;
    const thing = reading.is(start, ENGLISH.article) ? thingIn(passage, { first: start, end: last }) : null;
    if (thing === null) continue;
    const span = passage.span({ first: start, end });
    yield premise(passage, derived('necessary', span, readAs(span, 'tells what became of it')), thing);
  }
}

/** In tokens: ', that has now been'. */
const LONGEST_LEAD = 5;

const isLed = (reading: Reading, at: number): boolean =>
  reading.tokens.written(at) === ',' || reading.is(at, PREMISE_WORDS['premise leads to above']);

const premise = (passage: PlacedPassage, told: Derived<PremiseRole>, thing: Thing): Premise => ({
  name: passage.span(thing),
  treatment: thing.treatment,
  called: thing.called,
  number: thing.number,
  ...told,
});

/** What a statement says of a thing by its name; null where it is of none, or not of what is so. */
function premiseOf(passage: PlacedPassage, statement: Statement): Premise | null {
  const { reading } = passage;
  const { clause, subject, dropped, strength, sign } = statement;
  const isSaid = dropped === null || dropped === 'of the past' || dropped === 'in passing';
  if (!isSaid || strength < LEAST_STRENGTH || subject.isDenied || !OF_THINGS.has(subject.kind)) return null;
  // 'That the surgery was approved does not make the visit necessary': the verb after it is not about the surgery.
  if (reading.tokens.lower(clause.first) === THAT && subject.first <= clause.first + 1) return null;
  if (!isOfFact(passage, clause)) return null;
  const thing = hasComma(reading, subject) ? null : thingIn(passage, withoutOpening(reading, subject));
  if (thing === null || (thing.number !== null ? !isOfThisLetter(passage, statement) : hasDay(passage, clause)))
    return null;
  const kind: PremiseRole = sign > 0 ? 'necessary' : 'not-necessary';
  return premise(passage, derived(kind, passage.span(statement), derivationOf(passage, statement)), thing);
}

const THAT = 'that';

/** 'Inasmuch as the surgery' */
function withoutOpening(reading: Reading, { first, end }: TokenRange): TokenRange {
  const opening = reading.endOfClass(first, ENGLISH.reason);
  return { first: Math.max(first, opening), end };
}

/** 'The first request was denied in May' is of another request; 'as item 1 was denied' is of this letter’s. */
function isOfThisLetter(passage: Passage, { clause, dropped }: Statement): boolean {
  if (hasDay(passage, clause)) return false;
  return dropped === null || clause.kind === 'reason';
}

/** 'The repair was approved in 2012': not in this letter. */
const hasDay = ({ reading }: Passage, { first, end }: TokenRange): boolean => dates(reading).hasBetween(first, end);

/** 'Without the surgery, crutches are not needed' */
function hasComma({ tokens }: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) if (tokens.written(at) === ',') return true;
  return false;
}

/** What is weaker is said of such cases in general. */
const LEAST_STRENGTH = 1.5;

const OF_THINGS: ReadonlySet<SubjectKind> = new Set(['thing', 'treatment', 'request', 'necessity']);

/** The clause holds what is said to be so, and does not name utilization review: what that decided is in dispute. */
const isOfFact = (passage: Passage, clause: TokenRange & { readonly kind: ClauseKind }): boolean =>
  FACTS.has(clause.kind) && !namesReview(passage, clause);

const namesReview = ({ reading }: Passage, clause: TokenRange): boolean =>
  reading.has(clause, CONCLUSION_WORDS['review party']);

/** What is so, or what a relative clause adds: ', which was allowed above'. */
const isFactOrAdded = (kind: ClauseKind): boolean => kind === 'relative' || FACTS.has(kind);

const FACTS: ReadonlySet<ClauseKind> = new Set(['main', 'reason', 'content']);

interface Thing extends TokenRange {
  readonly treatment: Treatment | null;
  /** Called 'the surgery', 'the injection' or the like, whether or not it is named. */
  readonly called: Premise['called'];
  readonly number: Premise['number'];
}

/** The operation or the treatment that the noun phrase at the beginning of a range is; null where it is another thing. */
function thingIn(passage: Passage, range: TokenRange): Thing | null {
  const { reading } = passage;
  // 'With the surgery denied'
  let first = range.first + (reading.is(range.first, ENGLISH.preposition) ? 1 : 0);
  const numbered = numberedAt(reading, first, range.end);
  if (numbered !== null) return { treatment: null, called: null, ...numbered };
  for (let holders = 0; ; holders++) {
    const end = endOfPhrase(reading, { first, end: range.end });
    // 'The request for', 'the necessity of'
    const isHolder = lastOf(passage, { first, end }, HOLDERS);
    if (isHolder && end < range.end && holders < MOST_HOLDERS && LINKS.has(reading.tokens.lower(end))) {
      first = end + 1;
      continue;
    }
    return isOther(passage, { first, end }) ? null : headOf(passage, { first, end });
  }
}

/** 'The necessity of the request for' */
const MOST_HOLDERS = 2;
const LINKS: ReadonlySet<string> = new Set(['for', 'of']);
const HOLDERS = PREMISE_WORDS['premise holder'];

/** In tokens. */
const LONGEST_PHRASE = 16;

function endOfPhrase(reading: Reading, { first, end }: TokenRange): number {
  const last = Math.min(end, first + LONGEST_PHRASE);
  for (let at = first; at < last; at++) {
    const isJoint = reading.tokens.isMark(at) ? !GLUE.has(reading.tokens.written(at)) : STOPS.has(reading, at);
    if (isJoint) return at;
  }
  return last;
}

const GLUE: ReadonlySet<string> = new Set(['-', '/', "'s"]);

const STOPS = new ClassMap<true>([
  [ENGLISH.preposition, true],
  [ENGLISH.relative, true],
  [ENGLISH.coordinator, true],
  [ENGLISH.be, true],
  [ENGLISH.have, true],
  [ENGLISH.modal, true],
  [PREMISE_WORDS['premise pronoun'], true],
]);

const lastOf = ({ reading }: Passage, { first, end }: TokenRange, wordClass: typeof HOLDERS): boolean => {
  for (let at = Math.max(first, end - LONGEST_NAME); at < end; at++) {
    if (reading.endOfClass(at, wordClass) === end) return true;
  }
  return false;
};

/** In tokens: 'surgical procedure'. */
const LONGEST_NAME = 3;

/** 'A surgery', 'the prior surgery', 'no further surgery': not the one that is decided in this letter. */
function isOther({ reading }: Passage, { first, end }: TokenRange): boolean {
  return reading.has({ first, end }, PREMISE_WORDS['premise other one']);
}

function headOf(passage: Passage, phrase: TokenRange): Thing | null {
  const { first } = phrase;
  const end =
    passage.reading.endOfClass(phrase.end - 1, PREMISE_WORDS['premise itself']) === phrase.end
      ? phrase.end - 1
      : phrase.end;
  const named = treatmentMentions(passage).filter((mention) => mention.first >= first && mention.end <= end);
  const isOperation = lastOf(passage, { first, end }, PREMISE_WORDS['premise operation']);
  const isInjection = lastOf(passage, { first, end }, PREMISE_WORDS['premise injection']);
  const last = named.at(-1);
  if (!isOperation && !isInjection && last?.end !== end) return null;
  const treatment = last?.value ?? null;
  const called =
    isOperation || treatment?.category === 'surgery'
      ? 'operation'
      : isInjection || treatment?.category === 'injection'
        ? 'injection'
        : null;
  return { first, end, treatment, called, number: null };
}
