import { type Clause, clauseAt, clausesOf } from '../../../../language/clauses.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Passage, Reading } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { matrixOf } from './matrix.ts';
import { frameOf } from './scope.ts';
import { isOthers, type Subject, subjectOf } from './subject.ts';

/** Who says what is at a place, and whether it is said to be so. */
export type Voice =
  | 'own'
  /** Utilization review, a physician, the worker, a paper: 'The surgeon writes that …', 'According to the carrier, …' */
  | 'others'
  /** The sentence is a guideline's. */
  | 'guideline'
  /** A condition or a question, or denied: 'where it is silent', 'it is not so that it is silent'. */
  | 'unreal';

/** Whose words are at a token. */
export function voiceAt(passage: Passage, at: number): Voice {
  const { reading } = passage;
  const sentence = passage.sentenceAt(at);
  const clauses = clausesOf(reading, sentence);
  const clause = clauseAt(passage, at);
  if (clause === undefined) return 'own';
  const frame = frameOf(reading, sentence);
  if (frame !== null) return frame;
  const subject = subjectOf(reading, clause, clause.verb);
  const matrix = matrixOf(reading, clause, clauses);
  if (matrix.isOthers || (isPerson(subject) && reading.has({ first: clause.first, end: at }, CONCLUSION_WORDS.asserts)))
    return 'others';
  if (isCondition(reading, clause) || isUnreal(matrix) || isDeniedBefore(reading, clause, at)) return 'unreal';
  return isOfGuideline(passage, clauses) ? 'guideline' : 'own';
}

/** 'Where the MTUS is silent' holds nothing to be so. */
export const isCondition = ({ tokens }: Reading, { kind, first }: Clause): boolean =>
  kind === 'condition' || (kind === 'relative' && PLACES.has(tokens.lower(first)));

const PLACES: ReadonlySet<string> = new Set(['where', 'when', 'wherever', 'whenever']);

/** 'It is not | so that the MTUS is silent', 'I do not find it silent'. */
const isDeniedBefore = (reading: Reading, { first, verb, end }: Clause, at: number): boolean =>
  reading.is(first - 1, ENGLISH.negation) ||
  (at > verb && reading.has({ first: verb, end: Math.min(end, at) }, ENGLISH.negation));

const isPerson = (subject: Subject): boolean => subject.kind !== 'guideline' && isOthers(subject);

const isUnreal = ({ sign, isAsked, isConditional, isUnread }: ReturnType<typeof matrixOf>): boolean =>
  sign < 0 || isAsked || isConditional || isUnread;

function isOfGuideline({ reading }: Passage, clauses: readonly Clause[]): boolean {
  const opening = clauses.find(({ kind }) => kind === 'main');
  return opening !== undefined && subjectOf(reading, opening, opening.verb).kind === 'guideline';
}
