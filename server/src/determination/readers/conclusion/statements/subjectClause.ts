import type { Clause } from '../../../../language/clauses.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { Sign } from '../rows/constructions.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import type { Statement } from './statement.ts';

/**
 * 'That the brace is necessary is beyond doubt': puts what is said in a clause that is a subject as the predicate after it
 * has it, where that is understood. What is said in the clause begins at a place among the statements.
 */
export function holdTrue(reading: Reading, clause: Clause, statements: Statement[], from: number): void {
  const said = statements[from];
  const hasMatrix = clause.matrix !== null && clause.matrix.verb < clause.matrix.end;
  if (said === undefined || hasMatrix || said.dropped !== 'not understood') return;
  const truth = truthIn(reading, { first: said.end, end: clause.end });
  if (truth !== 0)
    statements.splice(from, statements.length, { ...said, sign: said.sign * truth > 0 ? 1 : -1, dropped: null });
}

/** What one word of truth or doubt says of what comes before it; 0 where none does, or more than one. */
function truthIn(reading: Reading, { first, end }: TokenRange): Sign | 0 {
  const { tokens } = reading;
  let truth: Sign | 0 = 0;
  let sign: Sign = 1;
  for (let at = first; at < end; at++) {
    if (tokens.written(at) === 'by') return 0;
    // 'remains to be'
    const yetTo = reading.endOfClass(at, CONCLUSION_WORDS.denies);
    if (yetTo > at + 1) {
      sign = sign > 0 ? -1 : 1;
      at = yetTo - 1;
      continue;
    }
    const found = TRUTHS.at(reading, at);
    if (found === null) {
      if (reading.is(at, ENGLISH.negation) || DENYING.has(tokens.lower(at))) sign = sign > 0 ? -1 : 1;
      continue;
    }
    if (truth !== 0) return 0;
    truth = found.value;
    at = found.end - 1;
  }
  return truth * sign > 0 ? 1 : truth * sign < 0 ? -1 : 0;
}

/** 'beyond doubt', 'far from clear' */
const DENYING: ReadonlySet<string> = new Set(['beyond', 'past', 'without', 'far', 'yet', 'hardly', 'scarcely']);

const TRUTHS = new ClassMap<Sign>([
  [CONCLUSION_WORDS.evident, 1],
  [CONCLUSION_WORDS.established, 1],
  [CONCLUSION_WORDS.stands, 1],
  [CONCLUSION_WORDS.doubtful, -1],
  [CONCLUSION_WORDS.disputes, -1],
  [ENGLISH.doubt, -1],
]);
