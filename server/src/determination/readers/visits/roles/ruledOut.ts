import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { AGENTS, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';
import type { Prices } from './prices.ts';

/** Whether a rule is one against that many visits: 'would not support twelve', 'no guideline supports'. */
export function isRuledOut(reading: Reading, { first }: TokenRange, prices: Prices, at: number): boolean {
  for (let before = at - 1; before >= first && prices.between(before, at) < NEGATION_REACH; before--) {
    if (reading.is(before, VISIT_WORDS['ruling out'])) return true;
    if (reading.is(before, VISIT_UNITS)) return false;
  }
  return false;
}

/** 'No guideline known to me goes as high as forty', 'nothing in ODG supports twelve': a verb or a limit of theirs. */
export function isDeniedOfGuidelines(reading: Reading, { first }: TokenRange, at: number): boolean {
  for (let before = at - 1; before >= Math.max(first, at - DENIED_REACH); before--) {
    if (reading.tokens.lower(before) === ';') return false;
    if (reading.mentionAt(before, AGENTS)?.value !== 'guideline') continue;
    for (let no = before - 1; no >= Math.max(first, before - NOUN_REACH); no--)
      if (reading.is(no, VISIT_WORDS['none of them'])) return true;
  }
  return false;
}

/** As the price of what lies between. */
const NEGATION_REACH = 5;
/** In tokens. */
const NOUN_REACH = 4;
const DENIED_REACH = 20;
