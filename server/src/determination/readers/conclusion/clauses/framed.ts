import type { Clause } from '../../../../language/clauses.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';
import { isViewOfOthers, OTHERS, type Scope } from './scope.ts';
import type { Subject } from './subject.ts';

/** '…, according to ODG', '…, says the surgeon', '…, in the surgeon's opinion': whose words a clause is by what follows it. */
export function endsInFrame(reading: Reading, { verb, end }: Clause): 'guideline' | 'others' | null {
  const { tokens } = reading;
  for (let at = verb + 1; at < end; at++) {
    if (tokens.written(at) !== ',') continue;
    const next = at + 1;
    const framed = Math.max(
      reading.endOfClass(next, CONCLUSION_WORDS['according to']),
      (reading.formAt(next) & Form.thirdPerson) !== 0 ? reading.endOfClass(next, CONCLUSION_WORDS.asserts) : -1,
    );
    if (framed <= next) {
      if (isViewOfOthers(reading, next, next + LONGEST_VIEW)) return 'others';
      continue;
    }
    for (let party = framed; party < framed + LONGEST_PARTY; party++) {
      if (reading.is(party, CONCLUSION_WORDS['guideline party'])) return 'guideline';
      if (OTHERS.has(reading, party) && reading.tokens.written(party + 1) !== "'s") return 'others';
    }
  }
  return null;
}

/** In tokens: 'the treating surgeon'. */
const LONGEST_PARTY = 3;

/** In tokens. */
const LONGEST_VIEW = 12;

interface Within {
  readonly clause: Clause;
  /** The first clause of the sentence that says something. */
  readonly opening: Clause | undefined;
  /** The subject that is in the clause itself. */
  readonly own: Subject;
}

/** Whose words a clause is in a sentence of a scope: of 'The guideline asks for it, and the scan is due' the second has a subject of its own. */
export function scopeWithin(reading: Reading, scope: Scope, { clause, opening, own }: Within): Scope {
  if (endsInFrame(reading, clause) === 'others') return 'others';
  const isOwn = clause !== opening && clause.kind === 'main' && own.kind !== 'none' && own.kind !== 'guideline';
  return scope === 'guideline' && isOwn ? 'continued' : scope;
}
