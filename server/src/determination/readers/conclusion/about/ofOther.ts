import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { DETERMINERS, INDEFINITE } from '../clauses/subject.ts';
import type { Statement } from '../statements/statement.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isOfAnyOther } from './elsewhere.ts';
import { isOtherTreatment } from './otherTreatment.ts';
import { type Heading, isNamed } from './referent.ts';

/** 'Tramadol: denied', 'I have turned the operation down', where visits are in dispute */
export function isOfOther(reading: Reading, statement: Statement, heading: Heading): boolean {
  const { subject, topic, object, construction, sentence, clause } = statement;
  // 'Ramp for the porch: separate request, and refused'
  const isOfIt = subject.kind === 'request' || isNamed(reading, subject, heading.words);
  if (!isOfIt && reading.has(sentence, CONCLUSION_WORDS['another request'])) return true;
  if (topic !== null && isOtherTreatment(reading, topic, heading)) return true;
  if (subject.kind === 'none') return false;
  if (isOtherTreatment(reading, subject, heading)) return true;
  // 'Omeprazole is for the stomach, and without a risk it is not necessary.'
  const opening = { first: sentence.first, end: Math.min(clause.first, sentence.first + NEAR) };
  if (isIt(reading, subject) && isOtherTreatment(reading, opening, heading)) return true;
  if (isForOther(reading, statement, heading)) return true;
  if (subject.kind !== 'reviewer' || (construction?.isDecision !== true && construction?.strength !== 3)) return false;
  return isOtherTreatment(reading, { first: object.first, end: Math.min(object.end, object.first + NEAR) }, heading);
}

/**
 * It may be about what is asked for by another name: 'The brace', where a support is asked for. Not if it names something
 * else as one of many, or by its bare name ('A stool test would be wise', 'I would support a walker'); but a last word in the
 * usual form is a slip ('Acupuncture is not medically necessary.'), and from a reason something follows ('Given that the
 * fusion is necessary, …').
 */
export function mayBeOfIt(reading: Reading, statement: Statement, heading: Heading): boolean {
  const { subject, strength, end, sentence, clause } = statement;
  if (subject.kind !== 'thing' && subject.kind !== 'treatment') return !isForOther(reading, statement, heading);
  if (strength === 3 && (end >= sentence.end - LONGEST_TAIL || clause.kind === 'reason')) return true;
  const isOne = DETERMINERS.has(reading, subject.first) && !INDEFINITE.has(reading.tokens.lower(subject.first));
  return isOne || !isOtherTreatment(reading, subject, heading);
}

/** In tokens: 'at this time.' */
const LONGEST_TAIL = 4;

/** 'I would support a taper', 'He is no candidate for a fusion', where something else is asked for. */
function isForOther(reading: Reading, { subject, object, end, construction }: Statement, heading: Heading): boolean {
  if (construction === null) return false;
  const after = { first: Math.max(object.first, end), end: object.end };
  // 'I cannot approve for a mere wish'
  const isOfReason = !construction.as.includes('noun') && reading.tokens.lower(after.first) === 'for';
  if (subject.kind === 'reviewer') return !isOfReason && isOfAnyOther(reading, after, heading);
  if (subject.kind !== 'patient' || construction.id !== 'entitled') return false;
  const first = reading.is(after.first, ENGLISH.preposition) ? after.first + 1 : after.first;
  return (
    isOfAnyOther(reading, after, heading) ||
    isOtherTreatment(reading, { first, end: Math.min(after.end, first + NEAR) }, heading)
  );
}

const isIt = ({ tokens }: Reading, { first, end }: TokenRange): boolean =>
  end - first === 1 && IT.has(tokens.lower(first));
const IT: ReadonlySet<string> = new Set(['it', 'they']);

/** In tokens. */
const NEAR = 6;
