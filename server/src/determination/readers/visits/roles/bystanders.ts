import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import { PEOPLE } from '../../patient/people.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';

/**
 * Whether what is told at a token is told of someone else than the patient: 'her sister had twelve', 'a co-worker who was
 * given six'. The nearest before it that may be a subject decides; who only reports ('her husband says that …') does not.
 */
export function isOfBystander(reading: Reading, { first }: TokenRange, at: number): boolean {
  for (let before = at - 1; before >= Math.max(first, at - REACH); before--) {
    if (reading.endOfClass(before, ENGLISH.say) > 0) return false;
    const isPronoun = SUBJECTS.some((each) => reading.endOfClass(before, each) > 0);
    if (isPronoun) return false;
    if (isBystander(reading, before)) return isSubject(reading, before, first);
    // The worker of 'co-worker', the driver of 'the other driver'
    const isNamed =
      reading.tokens.written(before - 1) === '-' || reading.endOfClass(before - 1, VISIT_WORDS['someone else']) > 0;
    if (isPatient(reading, before) && !isNamed) return false;
  }
  return false;
}

function isBystander(reading: Reading, at: number): boolean {
  if (reading.endOfClass(at, VISIT_WORDS['someone else']) > 0) return true;
  // 'A mother of two' may be the patient, 'her mother' is not.
  return kindAt(reading, at) === 'kin' && beforeNoun(reading, at, ENGLISH.possessive);
}

const isPatient = (reading: Reading, at: number): boolean => {
  const kind = kindAt(reading, at);
  return kind !== null && kind !== 'kin' && kind !== 'other' && kind !== 'pronoun';
};

const kindAt = (reading: Reading, at: number) =>
  PEOPLE.map((each) => reading.mentionAt(at, each)?.value.kind ?? null).find((kind) => kind !== null) ?? null;

/** 'Her sister', 'her twin sister', 'the patient's sister' */
const beforeNoun = (reading: Reading, at: number, wordClass: typeof ENGLISH.possessive): boolean =>
  [at - 1, at - 2].some(
    (each) => reading.endOfClass(each, wordClass) === each + 1 || reading.tokens.written(each) === "'s",
  );

/** Not 'with her husband', 'by her sister', unless what follows is told of them: 'from a friend who had twelve'. */
function isSubject(reading: Reading, at: number, first: number): boolean {
  const end = Math.max(at + 1, reading.endOfClass(at, VISIT_WORDS['someone else']));
  if (reading.endOfClass(end, VISIT_WORDS['of persons']) > 0) return true;
  for (let before = at - 1; before >= Math.max(first, at - LONGEST_LEAD); before--) {
    if (reading.endOfClass(before, ENGLISH.preposition) > 0) return false;
    if (reading.tokens.isMark(before)) return true;
  }
  return true;
}

/** In tokens. */
const REACH = 40;
const LONGEST_LEAD = 4;
const SUBJECTS = [ENGLISH.he, ENGLISH.she, ENGLISH.they] as const;
