import { clauseAt } from '../../../language/clauses.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { passageOf, stretchOf } from '../../language.ts';
import { isCondition } from '../conclusion/clauses/voice.ts';
import { PEOPLE } from '../patient/people.ts';
import { HELD_WORDS as WORDS } from './heldWords.ts';

/** Why what is at a place did not happen, or not to the worker. */
export type Unheld = 'denied' | 'condition' | 'another person';

/** In tokens: 'not seen by the surgeon on', 'no visit of'. */
const BEFORE = 6;
/** 'never took place', 'was not kept'. */
const AFTER = 4;

/** Whether a day's event is denied, supposed, or another's: 'was not seen on …', 'had he come on …', 'her husband fell on …'. */
export function unheldEvent(letter: Prose, day: Span): Unheld | null {
  const passage = stretchOf(letter.within(day));
  const { reading } = passage;
  const range = passage.rangeOf(day);
  const clause = clauseAt(passage, range.first);
  if (clause === undefined) return null;
  if (isCondition(reading, clause)) return 'condition';
  if (isKin(reading, { first: clause.first, end: Math.min(clause.verb, range.first) })) return 'another person';
  const before = { first: Math.max(clause.first, range.first - BEFORE), end: range.first };
  const after = { first: range.end, end: Math.min(clause.end, range.end + AFTER) };
  const isDenied =
    endsWithEvent(reading, before) ||
    (reading.has(after, WORDS['held not']) && reading.has({ first: range.end, end: clause.end }, WORDS['held kept']));
  return isDenied ? 'denied' : null;
}

/** 'Not seen on', 'no visit of'; in 'no change on' the day itself is not denied. */
function endsWithEvent(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = end - 1; at >= first; at--) {
    if (reading.tokens.isMark(at)) return false;
    const denied = reading.endOfClass(at, WORDS['held not']);
    if (denied > at) return reading.has({ first: denied, end }, WORDS['held event']);
  }
  return false;
}

/** Whether a side is only supposed, or said not to be asked about: 'if the right knee were hurt', 'no scan of the right knee was asked for'. */
export function isBesideMatter(prose: Prose, side: Span): boolean {
  const passage = passageOf(prose);
  const { reading } = passage;
  const { first, end } = passage.rangeOf(side);
  const clause = clauseAt(passage, first);
  if (clause === undefined) return false;
  if (isCondition(reading, clause)) return true;
  const isDenied = clause.verb > first && reading.has({ first: clause.first, end: first }, WORDS['held not']);
  return isDenied && reading.has({ first: end, end: clause.end }, WORDS['held asked']);
}

/** Whether a side is only what somebody asks about: 'needs to know whether the right knee is torn'. */
export function isAskedAbout(prose: Prose, side: Span): boolean {
  const passage = passageOf(prose);
  const clause = clauseAt(passage, passage.rangeOf(side).first);
  return clause !== undefined && WHETHER.has(passage.reading.tokens.lower(clause.first));
}

const WHETHER: ReadonlySet<string> = new Set(['whether']);

/** Whether a treatment is named as what is not meant: 'not for a scan but …', 'rather than surgery'. */
export function isContrasted(prose: Prose, name: Span): boolean {
  const passage = passageOf(prose);
  const { first } = passage.rangeOf(name);
  for (let at = first - 1; at >= Math.max(passage.first, first - CONTRAST); at--) {
    const end = passage.reading.endOfClass(at, WORDS['held contrast']);
    if (end > at) return end <= first;
  }
  return false;
}

/** 'Not for an additional': in tokens. */
const CONTRAST = 4;

/** Whether a treatment was decided on before: 'the requested therapy was denied in May'. */
export function wasDecidedBefore(prose: Prose, name: Span): boolean {
  const passage = passageOf(prose);
  const { reading } = passage;
  const { first, end } = passage.rangeOf(name);
  const clause = clauseAt(passage, first);
  return clause !== undefined && reading.has({ first: end, end: clause.end }, WORDS['held decided before']);
}

function isKin(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) {
    for (const people of PEOPLE) {
      const person = reading.mentionAt(at, people);
      if (person?.value.kind === 'kin' && reading.tokens.written(person.end) !== "'s") return true;
    }
  }
  return false;
}
