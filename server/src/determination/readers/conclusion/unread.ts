import { type Clause, clausesOf } from '../../../language/clauses.ts';
import { isAuxiliary } from '../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../language/lexicon/english.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { verbGroupBefore } from '../../../language/verbGroup.ts';
import { ANATOMY } from '../anatomy/vocabulary.ts';
import { type Heading, isDefinite, isNamed } from './about/referent.ts';
import { endsInFrame } from './clauses/framed.ts';
import { matrixOf } from './clauses/matrix.ts';
import { hasConditionAfter, isNotice, Quotations, scopeOf } from './clauses/scope.ts';
import { isOthers, type Subject, type SubjectKind, subjectOf } from './clauses/subject.ts';
import { isToBe } from './statements/notOfIt.ts';
import type { Statement } from './statements/statement.ts';
import { wholeSentences } from './statements/wholeSentences.ts';
import type { Verdict } from './verdict.ts';
import { CONCLUSION_WORDS } from './words/words.ts';

/** Words that rate, grant or withhold: where none of them was read, something may be concluded. */
const EVALUATING = new ClassMap<true>(
  [
    CONCLUSION_WORDS['medically necessary'],
    CONCLUSION_WORDS['medical necessity'],
    CONCLUSION_WORDS['names necessity'],
    CONCLUSION_WORDS.grants,
    CONCLUSION_WORDS.withholds,
    CONCLUSION_WORDS.upholds,
    CONCLUSION_WORDS.overturns,
    CONCLUSION_WORDS.supports,
    CONCLUSION_WORDS.recommends,
    CONCLUSION_WORDS.denial,
  ].map((each) => [each, true]),
);

const NECESSITY = new ClassMap<true>([
  [CONCLUSION_WORDS['medically necessary'], true],
  [CONCLUSION_WORDS['medical necessity'], true],
]);

/**
 * The sentences that seem to conclude in words that are not understood: opposite ones that may be about two things. Where nothing else concludes, those that rate,
 * grant or withhold, and a last one that is not about the record; after a conclusion those that mention medical
 * necessity once more.
 */
export function unreadIn(
  passage: Passage,
  all: readonly Statement[],
  { kind, deciding }: Verdict,
  heading: Heading,
): readonly TokenRange[] {
  const { reading } = passage;
  if (kind === 'unclear') return [...new Set(deciding.map(({ sentence }) => sentence))];
  const quotations = new Quotations(passage);
  const sentences = wholeSentences(passage).filter((each) => hasWord(reading, each) && !isNotice(reading, each));
  const read = new Set<number>();
  for (const { first, end } of all) for (let at = first; at < end; at++) read.add(at);
  const open = new Set(all.filter(({ dropped }) => dropped === 'not understood').map(({ sentence }) => sentence.first));
  const isRead = (at: number): boolean => read.has(at);
  const after = deciding.at(-1)?.sentence.end ?? 0;
  const words = kind === 'none' ? EVALUATING : NECESSITY;
  let scope: ReturnType<typeof scopeOf> = 'own';
  const unread = sentences.filter((sentence) => {
    if (sentence.first < after) return false;
    const clauses = clausesOf(reading, sentence);
    const [opening] = clauses;
    scope = scopeOf(
      reading,
      sentence,
      opening === undefined ? null : subjectOf(reading, opening, opening.verb),
      scope,
      heading.words,
    );
    if (open.has(sentence.first)) return true;
    if (scope !== 'own' || sentence.first < after) return false;
    return clauses.some((clause) =>
      seemsToConclude(reading, clause, clauses, words, heading, (at) => isRead(at) || quotations.has(at)),
    );
  });
  if (unread.length > 0 || kind !== 'none') return unread;
  const last = sentences.at(-1);
  if (last === undefined || all.some(({ sentence }) => sentence.first === last.first) || quotations.has(last.first + 1))
    return [];
  return tellsOfRecord(reading, last) || isToldByOthers(reading, last) ? [] : [last];
}

/** 'The surgeon says that it is a gem.' */
function isToldByOthers(reading: Reading, sentence: TokenRange): boolean {
  const [opening] = clausesOf(reading, sentence);
  if (opening === undefined) return false;
  if (isSoSaid(reading, opening.first)) return true;
  const { kind } = subjectOf(reading, opening, opening.verb);
  return TELLERS.has(kind) && reading.has({ first: opening.verb, end: opening.end }, CONCLUSION_WORDS.asserts);
}

/** 'So says the denial.' */
const isSoSaid = (reading: Reading, first: number): boolean =>
  reading.tokens.lower(first) === 'so' && reading.is(first + 1, CONCLUSION_WORDS.asserts);

const TELLERS: ReadonlySet<SubjectKind> = new Set(['physician', 'review', 'guideline']);

function seemsToConclude(
  reading: Reading,
  clause: Clause,
  clauses: readonly Clause[],
  words: ClassMap<true>,
  heading: Heading,
  isKnown: (at: number) => boolean,
): boolean {
  if (clause.kind === 'condition' || clause.kind === 'relative') return false;
  // 'Denial of May 3:'
  if (reading.tokens.written(clause.end - 1) === ':') return false;
  const subject = subjectOf(reading, clause, clause.verb);
  // 'The denial was appealed'
  if (subject.kind === 'denial' && WAS.has(reading.tokens.lower(clause.verb))) return false;
  const matrix = matrixOf(reading, clause, clauses);
  const next = clauses[clauses.indexOf(clause) + 1];
  if (endsInFrame(reading, clause) !== null) return false;
  if (isSoSaid(reading, clause.first)) return false;
  if (isOthers(subject) || matrix.isOthers || matrix.isConditional || matrix.isAsked) return false;
  for (let at = clause.first; at < clause.end; at++) {
    if ((!words.has(reading, at) && !isCutShort(reading, at)) || isKnown(at)) continue;
    if (isOfOthers(reading, at) || reading.is(at, CONCLUSION_WORDS['according to'])) continue;
    // 'It is necessary that exercise be tried'
    if (next?.matrix === clause && isToBe(reading, next.first, next.verb, next.end)) continue;
    if (
      isOfThis(reading, subject, heading) &&
      !isPast(reading, at, clause) &&
      !hasConditionAfter(reading, at + 1, clause, next)
    )
      return true;
  }
  return false;
}

/** 'is deemed medically in light of the above', 'is medically considered': the word that decides was left out. */
function isCutShort(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const before = reading.is(at - 1, ENGLISH.degree) ? at - 2 : at - 1;
  const isSaid = reading.is(before, ENGLISH.be) || reading.is(before, ENGLISH.judge);
  if (tokens.lower(at) !== MEDICALLY || !isSaid) return false;
  return tokens.isMark(at + 1) || reading.is(at + 1, ENGLISH.preposition) || reading.is(at + 1, ENGLISH.judge);
}

const MEDICALLY = 'medically';

const WAS: ReadonlySet<string> = new Set(['was', 'were', 'had']);

/** 'more than the guideline allows' */
const OTHERS = new ClassMap<true>([
  [CONCLUSION_WORDS['guideline party'], true],
  [CONCLUSION_WORDS['physician party'], true],
  [CONCLUSION_WORDS['review party'], true],
]);

function isOfOthers(reading: Reading, at: number): boolean {
  for (let before = at - 1; before > at - 5; before--) if (OTHERS.has(reading, before)) return true;
  return false;
}

const isOfThis = (reading: Reading, subject: Subject, heading: Heading): boolean =>
  subject.kind !== 'patient' && (isDefinite(reading, subject) || isNamed(reading, subject, heading.words));

/** 'was certified in May', 'has been denied', 'the approved visits' */
function isPast(reading: Reading, at: number, clause: Clause): boolean {
  const group = verbGroupBefore(reading, at, clause.first);
  if (group.isPast || group.isPerfect) return true;
  // 'had been certified at that time as medically necessary'
  const isAs = reading.tokens.hasAny({ first: at - 2, end: at }, AS);
  if (isAs && WAS.has(reading.tokens.lower(clause.verb))) return true;
  return (reading.formAt(at) & (Form.past | Form.participle)) !== 0 && !group.hasLink;
}

const AS: ReadonlySet<string> = new Set(['as']);

const hasWord = ({ tokens }: Reading, { first, end }: TokenRange): boolean => {
  for (let at = first; at < end; at++) if (tokens.isWord(at)) return true;
  return false;
};

/** It is about the record, or about a guideline: such words are not a conclusion. */
function tellsOfRecord(reading: Reading, { first, end }: TokenRange): boolean {
  const { tokens } = reading;
  if (BODY.has(reading, first) || BODY.has(reading, first + 1)) return true;
  for (let at = first; at < end; at++) {
    if (tokens.isFigures(at) || reading.is(at, CONCLUSION_WORDS['record word'])) return !isOwnWill(reading, first, end);
    const isDenied = NO.has(tokens.lower(at + 1));
    if (isDenied && (isAuxiliary(reading, at) || tokens.lower(at) === 'there')) return !isOwnWill(reading, first, end);
    // 'The pharmacist dispensed …', 'The sling is of the padded kind'
    if (reading.is(at, ENGLISH.be) && DESCRIBES.has(tokens.lower(at + 1))) return true;
    if (at > first && isPastVerb(reading, at)) return true;
    if (reading.is(at, ENGLISH.have) && (reading.formAt(at + 1) & Form.participle) !== 0) return true;
  }
  return false;
}

const isPastVerb = (reading: Reading, at: number): boolean =>
  (reading.formAt(at) & Form.past) !== 0 &&
  !reading.is(at - 1, ENGLISH.article) &&
  (reading.formAt(at) & Form.base) === 0;

const DESCRIBES: ReadonlySet<string> = new Set(['for', 'a', 'an', 'of', 'from', 'in', 'on', 'at']);

const BODY = new ClassMap<true>(ANATOMY.map((each) => [each, true]));

const NO: ReadonlySet<string> = new Set(['no', 'not', "n't"]);

/** 'I would wait', 'I cannot go along' */
function isOwnWill(reading: Reading, first: number, end: number): boolean {
  for (let at = first; at < Math.min(end, first + FARTHEST_WILL); at++) {
    const after = reading.endOfClass(at, CONCLUSION_WORDS['reviewer self']);
    if (after > at && reading.is(after, ENGLISH.modal)) return true;
  }
  return false;
}

/** In tokens. */
const FARTHEST_WILL = 12;
