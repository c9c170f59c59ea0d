import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import { PEOPLE, type PersonKind, type PersonWord } from '../../patient/people.ts';
import { AGENTS, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';

/**
 * Whether what is said at a token is about someone other than the patient: 'her sister had twelve', 'a co-worker who was
 * given six'. The nearest before it that may be a subject decides; who only reports ('her husband says that …') does not.
 */
export function isOfBystander(reading: Reading, { first }: TokenRange, at: number): boolean {
  let pronoun = -1;
  for (let before = at - 1; before >= Math.max(first, at - REACH); before--) {
    if (reading.endOfClass(before, ENGLISH.say) > 0) return false;
    if (pronoun < 0 && SUBJECTS.some((each) => reading.endOfClass(before, each) > 0)) {
      if (!isOfRelative(reading, before)) return false;
      pronoun = before;
    }
    if (isBystander(reading, before)) return isSubject(reading, before, first) && isOf(reading, pronoun, before);
    // The worker of 'co-worker', the driver of 'the other driver'
    const isNamed =
      reading.tokens.written(before - 1) === '-' || reading.endOfClass(before - 1, VISIT_WORDS['someone else']) > 0;
    if (isPatient(reading, before) && !isNamed) return false;
  }
  return false;
}

/** The he of 'his chiropractor, whom he saw' may be who was named before. */
const isOfRelative = (reading: Reading, pronoun: number): boolean =>
  reading.endOfClass(pronoun - 1, ENGLISH.relative) > 0;

/** Whether a pronoun, if there is one, may mean someone: 'her brother …, whom he saw'. */
function isOf(reading: Reading, pronoun: number, person: number): boolean {
  if (pronoun < 0) return true;
  return personAt(reading, person)?.sex === (reading.is(pronoun, ENGLISH.he) ? 'male' : 'female');
}

/**
 * Whether what is said at a token has someone for its subject: 'the carrier was willing to pay for …', 'she is to have …'.
 * A rule of a table has none.
 */
export function isOfSomeone(reading: Reading, { first }: TokenRange, at: number): boolean {
  for (let before = at - 1; before >= Math.max(first, at - REACH); before--) {
    // 'The doctor quotes the table: 9-10 visits …'
    if (TABLE_MARKS.has(reading.tokens.lower(before))) return false;
    const agent = reading.mentionAt(before, AGENTS)?.value;
    const cue = reading.mentionAt(before, VISIT_CUES)?.value;
    if (agent === 'guideline' || cue === 'limit' || reading.endOfClass(before, VISIT_WORDS.citing) > 0) return false;
    if (SUBJECTS.some((each) => reading.endOfClass(before, each) > 0)) return true;
    const isPerson = agent === 'payer' || agent === 'physician' || kindAt(reading, before) === 'worker';
    if (isPerson && reading.tokens.written(before + 1) !== "'s" && isSubject(reading, before, first)) return true;
  }
  return false;
}

function isBystander(reading: Reading, at: number): boolean {
  if (reading.endOfClass(at, VISIT_WORDS['someone else']) > 0) return true;
  // 'A mother of two' may be the patient, 'her mother' is not.
  return kindAt(reading, at) === 'kin' && isPossessed(reading, at);
}

const isPatient = (reading: Reading, at: number): boolean => {
  const kind = kindAt(reading, at);
  return kind !== null && kind !== 'kin' && kind !== 'other' && kind !== 'pronoun';
};

const kindAt = (reading: Reading, at: number): PersonKind | null => personAt(reading, at)?.kind ?? null;

function personAt(reading: Reading, at: number): PersonWord | null {
  for (const each of PEOPLE) {
    const person = reading.mentionAt(at, each);
    if (person !== null) return person.value;
  }
  return null;
}

/** 'Her sister', 'her twin sister', 'the patient's sister' */
const isPossessed = (reading: Reading, at: number): boolean =>
  [at - 1, at - 2].some(
    (each) => reading.endOfClass(each, ENGLISH.possessive) === each + 1 || reading.tokens.written(each) === "'s",
  );

/** Not 'with her husband', 'by her sister', unless what follows is about them: 'from a friend who had twelve'. */
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
/** What follows them has a subject of its own, or none. */
const TABLE_MARKS: ReadonlySet<string> = new Set([':', ';']);
const SUBJECTS = [ENGLISH.he, ENGLISH.she, ENGLISH.they] as const;
