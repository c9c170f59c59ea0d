import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { Rationale } from '../../model/determination.ts';
import { OWN_CLAUSE_WORDS as WORDS } from './words/ownClauseWords.ts';

/**
 * What a rationale's conclusions are about: of each sentence that concludes the words that name what is (not) necessary,
 * without those of other clauses.
 */
export function concludedOn({
  body,
  conclusion: { statements },
}: Pick<Rationale, 'body' | 'conclusion'>): readonly Prose[] {
  const passage = passageOf(body);
  const { reading, first, end } = passage;
  return statements.flatMap(({ sentence, span }, i) => {
    // 'The injection is not medically necessary; therefore post-injection therapy is not': the last clause decides.
    if (statements[i + 1]?.sentence.start === sentence.start) return [];
    const tokenAt = (offset: number): number =>
      Math.min(end, Math.max(first, passage.from(body.from + body.indexOf(offset))));
    const whole = { first: tokenAt(sentence.start), end: tokenAt(sentence.end) };
    const said = { first: tokenAt(span.start), end: tokenAt(span.end) };
    const clause = clauseBefore(reading, { first: whole.first, end: said.first });
    // 'As the injection is medically necessary, the brace after it is too': what is read gives the reason alone.
    if (clause.isReason && clause.comma < 0 && goesOn(reading, { first: said.end, end: whole.end })) return [];
    const own = clause.isReason && clause.comma >= 0 ? clause.comma + 1 : clause.first;
    const last = endOfObject(reading, said.end, whole.end);
    return body.clip(passage.indexOf(own), passage.indexAfter(last - 1));
  });
}

interface ClauseBefore {
  readonly first: number;
  /** It begins as one that gives the reason for another: what it names is not what is decided. */
  readonly isReason: boolean;
  /** Its last comma; -1 where it has none after those words. */
  readonly comma: number;
}

/** The clause that a predicate ends: another ends at its predicate, 'As the surgery is not medically necessary, …'. */
function clauseBefore(reading: Reading, { first, end }: TokenRange): ClauseBefore {
  const { tokens } = reading;
  let start = first;
  for (let at = first; at < end; at++) {
    if (reading.is(at, WORDS['own clause: necessity']) || tokens.written(at) === ';') start = at + 1;
  }
  let opening = reading.endOfClass(start, WORDS['own clause: lead']);
  opening = opening < 0 ? start : opening;
  if (tokens.written(opening) === ',') opening++;
  const isReason = reading.is(opening, WORDS['own clause: reason']);
  let comma = -1;
  for (let at = opening; at < end; at++) if (tokens.written(at) === ',') comma = at;
  return { first: start, isReason, comma };
}

/** In tokens. */
const LONGEST_REST = 16;

/** Whether another clause follows in the sentence, after a comma. */
function goesOn({ tokens }: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < Math.min(end, first + LONGEST_REST); at++) {
    if (tokens.written(at) === ',') return true;
    if (ENDS.has(tokens.written(at))) return false;
  }
  return false;
}

/** In tokens. */
const LONGEST_OBJECT = 24;

/** 'is not medically necessary for the left knee'; after a comma, another thought begins. */
function endOfObject(reading: Reading, first: number, end: number): number {
  if (!reading.is(first, WORDS['own clause: object'])) return first;
  let at = first;
  while (at < Math.min(end, first + LONGEST_OBJECT) && !ENDS.has(reading.tokens.written(at))) at++;
  return at;
}

const ENDS: ReadonlySet<string> = new Set([',', ';', '.']);
