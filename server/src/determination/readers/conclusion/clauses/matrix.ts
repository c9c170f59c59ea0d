import type { Clause } from '../../../../language/clauses.ts';
import { isOneOfTwo } from '../../../../language/contentClauses.ts';
import { isAuxiliary } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isOthers, type Subject, type SubjectKind, subjectIn, subjectOf } from './subject.ts';

/** What the clause that another depends on makes of it. */
export interface Matrix {
  /** -1 where it denies it: 'nothing shows that', 'I do not find that', 'it cannot be said that'. */
  readonly sign: number;
  /** Others say it: 'the surgeon writes that'. */
  readonly isOthers: boolean;
  /** The reviewer says it: 'I agree that'. */
  readonly isReviewers: boolean;
  /** 'why', 'how': nothing is said of it unless the matrix denies. */
  readonly isAsked: boolean;
  /** It depends on a condition: 'unless it is shown that'. */
  readonly isConditional: boolean;
  /** What is said of it comes after it: 'the claim that it helps is without merit'. */
  readonly isUnread: boolean;
}

/** Why a sign is turned round by a matrix. */
export const OF_MATRIX = 'denied by the clause that it depends on';

const NO_MATRIX: Matrix = {
  sign: 1,
  isOthers: false,
  isReviewers: false,
  isAsked: false,
  isConditional: false,
  isUnread: false,
};

export function matrixOf(reading: Reading, clause: Clause, clauses: readonly Clause[]): Matrix {
  // 'I do not find that it helps, and the request is denied': of the request it is said by itself.
  if (clause.isLoose && (FIRM.has(subjectOf(reading, clause, clause.verb).kind) || isOwnAgain(reading, clause)))
    return NO_MATRIX;
  if (clause.matrix === null) {
    return clause.isSubject ? { ...NO_MATRIX, isUnread: true } : NO_MATRIX;
  }
  let { sign, isOthers: saidByOthers, isReviewers, isConditional, isUnread } = NO_MATRIX;
  for (let matrix: Clause | null = clause.matrix; matrix !== null; ) {
    const before = joinedTo(reading, matrix);
    const subject =
      before === null ? subjectOfMatrix(reading, matrix, clauses) : subjectOf(reading, before, before.verb);
    saidByOthers ||=
      (isOthers(subject) && !fails(reading, matrix, subject)) ||
      isDocument(reading, matrix, subject) ||
      isSaidBy(reading, matrix, subject) ||
      isViewOfOthers(reading, matrix) ||
      isOthersView(reading, matrix) ||
      (isWhichIs(reading, matrix) && !isOwnAnswer(reading, matrix, clauses));
    isReviewers ||= subject.kind === 'reviewer';
    isConditional ||= matrix.kind === 'condition';
    isUnread ||= matrix.verb === matrix.end && clause.isSubject;
    sign *= signOf(reading, {
      first: before === null ? Math.min(subject.first, matrix.verb) : matrix.first,
      end: matrix.end,
    });
    saidByOthers ||= !subject.isDenied && means(reading, matrix);
    // 'Nothing shows that he falls or suggests that …'
    if (before !== null) sign *= signOf(reading, subject);
    // 'I do not hold that it is loose, and I do not hold that …'
    if (matrix.kind === 'content' && subject.kind === 'reviewer') break;
    matrix = (before ?? matrix).matrix;
  }
  // 'I cannot find that it helps, and it should not go on'
  if (clause.isLoose && sign < 0 && isDenied(reading, clause)) return NO_MATRIX;
  // 'She asks why it is needed' and 'he has shown why it is needed'
  const isShown = clause.matrix !== null && showsCause(reading, clause.matrix);
  const isAsked =
    (ASKING.has(reading.tokens.lower(clause.first)) && sign > 0 && !isShown) ||
    isHeld(reading, clause.matrix) ||
    isNotToSay(reading, clause.matrix) ||
    (isReviewers && isNotSaid(reading, clause.matrix));
  return { sign, isOthers: saidByOthers, isReviewers, isAsked, isConditional, isUnread };
}

/**
 * 'I cannot conclude' before '(that the hip is loose,) and cannot conclude (that …)': a verb of saying without a subject goes
 * on from the clause that what comes before depends on.
 */
function joinedTo(reading: Reading, { kind, first, verb, end, matrix }: Clause): Clause | null {
  if (kind !== 'content' || matrix === null || verb >= end) return null;
  // 'and, accordingly, | cannot conclude'
  if (verb > first && !reading.is(first, ENGLISH['clause coordinator'])) return null;
  // 'I agree that he limps and believes that it helps'
  const isHis = (reading.formAt(verb) & Form.thirdPerson) !== 0 && !isAuxiliary(reading, verb);
  if (isHis && subjectOf(reading, matrix, matrix.verb).kind === 'reviewer') return null;
  for (let at = first + 1; at < verb; at++) if (!reading.tokens.isMark(at) && !isAdverb(reading, at)) return null;
  return matrix;
}

const isAdverb = (reading: Reading, at: number): boolean =>
  reading.is(at, ENGLISH.degree) || CONSEQUENT.has(reading.tokens.lower(at)) || THEN.has(reading.tokens.lower(at));
const THEN: ReadonlySet<string> = new Set(['so', 'also', 'likewise', 'then']);

/** Of 'and stated that' that of the clause before: 'The carrier did not agree, and stated that'. */
function subjectOfMatrix(reading: Reading, matrix: Clause, clauses: readonly Clause[]): Subject {
  if (reading.is(matrix.first, ENGLISH['clause coordinator']) && isTold(reading, matrix)) {
    const at = clauses.indexOf(matrix);
    const before = clauses.slice(Math.max(0, at - FARTHEST_SPEAKER), at).findLast(({ kind }) => kind === 'main');
    if (before !== undefined) return subjectOf(reading, before, before.verb);
  }
  return matrix.verb < matrix.end || matrix.resumes !== null
    ? subjectOf(reading, matrix, matrix.verb)
    : subjectIn(reading, matrix);
}

/** In clauses: over 'which it is'. */
const FARTHEST_SPEAKER = 2;

const isTold = (reading: Reading, { first, verb, end }: Clause): boolean =>
  (verb === end || verb === first + 1) && (reading.formAt(first + 1) & (Form.past | Form.thirdPerson)) !== 0;

/** '…, but the unit is not needed', '…, and it is therefore due': what others say, or nobody, ends before it. */
function isOwnAgain(reading: Reading, { first, verb, matrix }: Clause): boolean {
  const { tokens } = reading;
  // '…, and that the brace was therefore not needed'
  if (tokens.lower(first + 1) === 'that') return false;
  if (tokens.hasAny({ first, end: verb + NEAR_VERB }, CONSEQUENT)) return true;
  const from = Math.max(matrix?.end ?? first, first - FARTHEST_BUT);
  for (let at = from; at <= first; at++) if (tokens.lower(at) === 'but' && tokens.written(at - 1) === ',') return true;
  return false;
}

const CONSEQUENT: ReadonlySet<string> = new Set(['therefore', 'thus', 'hence', 'consequently', 'accordingly']);
/** In tokens. */
const NEAR_VERB = 3;
const FARTHEST_BUT = 40;

/** 'it should not', 'it cannot' */
const isDenied = (reading: Reading, { verb, end }: Clause): boolean =>
  verb < end && (reading.tokens.lower(verb) === 'cannot' || reading.is(verb + 1, ENGLISH.negation));

/** 'I do not say that it is useless' says nothing; 'I cannot say that it is useful' does. */
function isNotSaid({ tokens }: Reading, { verb, end }: Clause): boolean {
  if (tokens.lower(verb) !== 'do') return false;
  return NOT_DONE.has(tokens.lower(verb + 1)) && verb + 2 < end && SAID.has(tokens.lower(verb + 2));
}

/** 'That is not to say that it is useless.' */
const isNotToSay = (reading: Reading, { first, verb, end }: Clause): boolean =>
  end - verb >= 4 &&
  reading.is(first, ENGLISH.demonstrative) &&
  NOT_DONE.has(reading.tokens.lower(verb + 1)) &&
  reading.tokens.lower(end - 2) === 'to' &&
  SAID.has(reading.tokens.lower(end - 1));

const NOT_DONE: ReadonlySet<string> = new Set(['not', "n't"]);
const SAID: ReadonlySet<string> = new Set(['say', 'mean', 'suggest', 'claim', 'imply', 'pretend']);

/** 'One is that it should be used sparingly; the other is that …': what is held by somebody. */
const isHeld = (reading: Reading, { verb, end }: Clause): boolean => verb === end - 1 && isOneOfTwo(reading, verb);

const FLIPS = new ClassMap<true>([
  [ENGLISH.doubt, true],
  [ENGLISH.barely, true],
  [CONCLUSION_WORDS['too little'], true],
  [CONCLUSION_WORDS.denies, true],
  [CONCLUSION_WORDS.disapproves, true],
  [CONCLUSION_WORDS['conclusion hard'], true],
]);

/** Each word of denial or doubt turns it round: 'no reason to doubt' says yes. */
function signOf(reading: Reading, { first, end }: TokenRange): number {
  let sign = 1;
  for (let at = first; at < end; at++) {
    const pseudo = reading.endOfClass(at, ENGLISH['no denial']);
    if (pseudo > at) {
      at = pseudo - 1;
      continue;
    }
    const flip = FLIPS.at(reading, at);
    if (flip !== null) {
      // 'so uncertain that to refuse it …' is no doubt.
      if (reading.tokens.lower(at - 1) !== 'so') sign = -sign;
      at = flip.end - 1;
    } else if (NOT.has(reading.tokens.lower(at))) sign = -sign;
  }
  return sign;
}

const NOT: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'never',
  'cannot',
  'unable',
  'nothing',
  'nobody',
  'none',
  'neither',
  'few',
]);

/** 'The progress note states that' */
function isDocument(reading: Reading, { first, end }: Clause, subject: Subject): boolean {
  if (subject.kind !== 'thing' && subject.kind !== 'record' && subject.kind !== 'answer') return false;
  // 'The note does not show why': of that the reviewer judges.
  if (reading.has({ first: subject.end, end }, CONCLUSION_WORDS['shows cause']) && signOf(reading, { first, end }) < 0)
    return false;
  let isOfDocument = false;
  for (let at = first; at < end; at++) {
    isOfDocument ||= at < subject.end && reading.is(at, CONCLUSION_WORDS.document);
    // 'Nothing in the chart makes me think that'
    if (reading.is(at, ENGLISH["reviewer's I"])) return false;
    if (isOfDocument && reading.is(at, CONCLUSION_WORDS.asserts)) return true;
  }
  return false;
}

/** 'The carrier fails to show that', 'the surgeon has shown why': of that the reviewer judges. */
function fails(reading: Reading, { first, verb, end }: Clause, { kind }: Subject): boolean {
  if (reading.has({ first, end }, CONCLUSION_WORDS.misses)) return true;
  return (
    (kind === 'physician' || kind === 'patient') && reading.has({ first: verb, end }, CONCLUSION_WORDS['shows cause'])
  );
}

function showsCause(reading: Reading, { verb, end }: Clause): boolean {
  return reading.has({ first: verb, end }, CONCLUSION_WORDS['shows cause']);
}

/** 'It is argued by the surgeon that', 'it has been claimed that', 'the dancer believes that' */
function isSaidBy(reading: Reading, { first, verb, end }: Clause, { kind }: Subject): boolean {
  const isNobody = kind === 'expletive' || kind === 'treatment' || kind === 'none';
  if (isNobody && isSaidInPaper(reading, { first, end })) return true;
  for (let at = Math.max(first, verb); at < end; at++) {
    const isTold = reading.is(at, CONCLUSION_WORDS['personal opinion']) || SAYING.has(reading.tokens.lower(at));
    if (kind === 'thing' && isTold) return true;
    // 'It cannot be maintained that'
    if (CAN.has(reading.tokens.lower(at))) return false;
    if (!isNobody) continue;
    const isParticiple = (reading.formAt(at) & Form.participle) !== 0;
    if (isParticiple && reading.is(at, CONCLUSION_WORDS.claims)) return true;
    // 'It was stated that', but not 'it is found that': that is the reviewer's.
    if (isParticiple && reading.is(at, CONCLUSION_WORDS.asserts) && WAS.has(reading.tokens.lower(at - 1))) return true;
    if (reading.tokens.written(at) === 'by') return isOthers(subjectIn(reading, { first: at + 1, end }));
  }
  return false;
}

/** 'It is stated in his request that', 'In the appeal it is argued that'; not 'it is found on this record that' */
function isSaidInPaper(reading: Reading, { first, end }: TokenRange): boolean {
  let isSaid = false;
  let isIn = false;
  for (let at = first; at < end; at++) {
    const { form } = ASSERTS.at(reading, at) ?? NO_FORM;
    const isTold =
      ((form & Form.participle) !== 0 && reading.is(at - 1, ENGLISH.be)) ||
      ((form & Form.thirdPerson) !== 0 && reading.tokens.lower(at - 1) === 'it');
    isSaid ||= isTold && !reading.is(at, ENGLISH.judge);
    if (!PAPERS.has(reading, at)) continue;
    for (let before = at - 1; before >= Math.max(first, at - LONGEST_PARTY); before--) {
      if (reading.is(before, ENGLISH.demonstrative)) break;
      isIn ||= IN.has(reading.tokens.lower(before));
    }
  }
  return isSaid && isIn;
}

const ASSERTS = new ClassMap<true>([[CONCLUSION_WORDS.asserts, true]]);
const NO_FORM = { form: 0 };
const IN: ReadonlySet<string> = new Set(['in', 'on']);
const PAPERS = new ClassMap<true>([
  [CONCLUSION_WORDS.document, true],
  [CONCLUSION_WORDS['physician party'], true],
  [CONCLUSION_WORDS['the request'], true],
]);

/** 'It was the determination of the carrier that', 'The colleague of the surgeon held that', 'the opinion of her doctor is that' */
function isViewOfOthers(reading: Reading, { first, end }: Clause): boolean {
  for (let at = first + 1; at < end - 1; at++) {
    const isOf = reading.tokens.written(at) === 'of' && VIEWS.has(reading, at - 1);
    if (isOf && isOthers(subjectIn(reading, { first: at + 1, end: Math.min(end, at + LONGEST_PARTY) }))) return true;
  }
  return false;
}

/** 'The surgeon's position seems to be that', 'his opinion is that', 'the carrier's ruling was that' */
function isOthersView(reading: Reading, { first, verb }: Clause): boolean {
  for (let at = first; at < verb; at++) {
    const party = PARTIES.at(reading, at);
    const isHis = at === first && HIS.has(reading.tokens.lower(at));
    if (!isHis && (party === null || !POSSESSIVE.has(reading.tokens.written(party.end)))) continue;
    const after = party === null ? at : party.end;
    for (let view = after + 1; view < Math.min(verb, after + LONGEST_PARTY); view++)
      if (VIEWS.has(reading, view)) return true;
  }
  return false;
}

const HIS: ReadonlySet<string> = new Set(['his', 'her', 'their']);
const POSSESSIVE: ReadonlySet<string> = new Set(["'s", "'"]);

const PARTIES = new ClassMap<true>([
  [CONCLUSION_WORDS['physician party'], true],
  [CONCLUSION_WORDS['review party'], true],
  [CONCLUSION_WORDS['patient party'], true],
]);

/** 'which is' before 'that' */
const isWhichIs = (reading: Reading, { kind, first, end }: Clause): boolean =>
  kind === 'relative' && end === first + 2 && reading.is(first + 1, ENGLISH.be);

/** 'My answer', 'the conclusion' before ', which is that …', where nobody else is named. */
function isOwnAnswer(reading: Reading, relative: Clause, clauses: readonly Clause[]): boolean {
  const before = clauses[clauses.indexOf(relative) - 1];
  if (before === undefined || isOthers(subjectOf(reading, before, before.verb))) return false;
  for (let at = relative.first - 1; at > Math.max(before.first, relative.first - LONGEST_PARTY); at--)
    if (ANSWERS.has(reading, at)) return OWN.has(reading.tokens.lower(at - 1));
  return OWN.has(reading.tokens.lower(before.first)) && ANSWERS.has(reading, before.first + 1);
}

const ANSWERS = new ClassMap<true>([
  [CONCLUSION_WORDS.answer, true],
  [CONCLUSION_WORDS['view word'], true],
]);
const OWN: ReadonlySet<string> = new Set(['my', 'the', 'our', 'this']);

const VIEWS = new ClassMap<true>([
  [CONCLUSION_WORDS['view word'], true],
  [CONCLUSION_WORDS.denial, true],
  [CONCLUSION_WORDS.answer, true],
  [CONCLUSION_WORDS['decision word'], true],
  [CONCLUSION_WORDS.colleague, true],
]);

/** In tokens. */
const LONGEST_PARTY = 6;
/** 'The pharmacy says that' */
const SAYING: ReadonlySet<string> = new Set('says said states stated writes wrote'.split(' '));
const CAN: ReadonlySet<string> = new Set(['can', 'cannot']);
const WAS: ReadonlySet<string> = new Set(['was', 'were']);

function means(reading: Reading, { first, end }: Clause): boolean {
  return reading.has({ first, end }, ENGLISH.mean);
}

const FIRM: ReadonlySet<SubjectKind> = new Set(['request', 'reviewer', 'denial', 'necessity']);
const ASKING: ReadonlySet<string> = new Set(['why', 'how']);
