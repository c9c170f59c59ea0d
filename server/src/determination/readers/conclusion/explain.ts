import type { PlacedPassage } from '../../../language/placed.ts';
import type { Derivation, Reason } from '../../model/derivation.ts';
import type { Statement } from './statements/statement.ts';

/** Why a statement concludes what it does: its words, what they are said of, and how the signs come out. */
export function derivationOf(passage: PlacedPassage, statement: Statement): Derivation {
  const { subject, notes, construction, sign } = statement;
  const reasons: Reason[] = [{ span: passage.span(statement), as: notes.join(', '), row: construction?.id ?? null }];
  if (subject.end > subject.first && subject.kind !== 'none') {
    reasons.unshift({ span: passage.span(subject), as: `said of ${SUBJECTS[subject.kind]}`, row: null });
  }
  return { reasons, reckoning: `${notes.join(' × ')} = ${sign > 0 ? 'for' : 'against'} the treatment` };
}

/** What each kind of subject is, in plain English. */
export const SUBJECTS: Readonly<Record<Statement['subject']['kind'], string>> = {
  reviewer: 'the reviewer',
  review: 'utilization review',
  physician: 'the physician',
  patient: 'the patient',
  guideline: 'a guideline',
  denial: 'the denial',
  necessity: 'medical necessity',
  criteria: 'the criteria',
  ground: 'a ground',
  request: 'the request',
  treatment: 'the treatment',
  answer: 'the answer',
  record: 'the record',
  expletive: 'nothing named',
  thing: 'what is named',
  none: 'nothing',
};
