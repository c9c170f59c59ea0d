import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import { AGENTS, type CueKind, VISIT_CUES, VISIT_WORDS } from '../words/vocabulary.ts';

/**
 * Whether the words of a number, or those right after it, say that it is a guideline's, whoever had the visits: 'the ten
 * guideline visits', '20 of the 24 visits that ODG permits', 'all ten visits allowed by the table'.
 */
export function isOfRule(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) {
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    if (kind === 'guideline' || kind === 'book' || isRecommended(reading, at)) return true;
  }
  if (isRecommended(reading, end)) return true;
  if (isOfAntecedent(reading, first, end) || isWhatRuleAllows(reading, end) || isForEffect(reading, first)) return true;
  const at = pastLead(reading, end);
  // 'That the postsurgical guideline permits'
  const isGuideline = [at, at + 1].some((each) => reading.mentionAt(each, AGENTS)?.value === 'guideline');
  if (at === end || !isGuideline) return false;
  for (let next = at; next < at + REACH; next++) if (reading.endOfClass(next, ENGLISH.negation) > 0) return false;
  return true;
}

/** 'The allowance for a sprain, which is nine visits, …', 'the cap of the schedule, nine visits, …' */
function isOfAntecedent(reading: Reading, first: number, end: number): boolean {
  const { tokens } = reading;
  let at = first - 1;
  if (reading.is(at, ENGLISH.be) && reading.is(at - 1, ENGLISH.relative)) at -= 2;
  else if (!(tokens.written(at) === ',' && tokens.written(end) === ',') && !isBracketed(reading, first, end))
    return false;
  for (const from = Math.max(-1, at - ANTECEDENT_REACH); at > from; at--) {
    if (reading.is(at, ENGLISH.be) || reading.is(at, ENGLISH.have) || reading.is(at, ENGLISH.modal)) return false;
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    if (kind !== undefined && kind !== 'after') return kind === 'guideline' || kind === 'book' || kind === 'limit';
  }
  return false;
}

const isBracketed = ({ tokens }: Reading, first: number, end: number): boolean =>
  tokens.written(first - 1) === '(' && tokens.written(end) === ')';

/** 'The ten visits that are recommended': by no one in particular. */
function isRecommended(reading: Reading, at: number): boolean {
  if (!RELATIVES.has(reading.tokens.written(at)) || !PRESENT.has(reading.tokens.lower(at + 1))) return false;
  const kind = reading.mentionAt(at + 2, VISIT_CUES)?.value;
  return (kind === 'recommended' || kind === 'allowed') && reading.tokens.lower(at + 3) !== 'by';
}

/** 'Is both what is asked and what ODG allows', 'are the very trial that ODG permits'; not 'is not what', 'are within what'. */
function isWhatRuleAllows(reading: Reading, end: number): boolean {
  if (!reading.is(end, ENGLISH.be)) return false;
  for (let at = end + 1; at < end + WHAT_REACH; at++) {
    if (OTHERWISE.has(reading, at) || reading.tokens.isMark(at) || numbers(reading).at(at) !== undefined) return false;
    if (COMPARING.has(reading.mentionAt(at, VISIT_CUES)?.value ?? 'nothing')) return false;
    if (reading.tokens.lower(at) !== 'what' && !RELATIVES.has(reading.tokens.written(at))) continue;
    const next = reading.is(at + 1, ENGLISH.article) ? at + 2 : at + 1;
    if (reading.mentionAt(next, AGENTS)?.value === 'guideline') return true;
  }
  return false;
}

/** 'Improvement should be apparent in three to six visits', 'a gain ought to be seen by the sixth visit' */
function isForEffect(reading: Reading, first: number): boolean {
  const at = reading.is(first - 1, ENGLISH.article) ? first - 2 : first - 1;
  if (!UNTIL.has(reading.tokens.lower(at))) return false;
  let isAdvised = false;
  for (let before = at - 1; before >= Math.max(0, at - EFFECT_REACH); before--) {
    if (reading.tokens.isMark(before)) return false;
    isAdvised ||= reading.is(before, VISIT_WORDS.advising);
    if (reading.is(before, VISIT_WORDS.gain)) return isAdvised;
  }
  return false;
}

/** Past 'that the', 'allowed by the', 'the' between a number and whose it is. */
function pastLead(reading: Reading, end: number): number {
  let at = end;
  const kind = reading.mentionAt(at, VISIT_CUES)?.value;
  if (kind === 'allowed' || kind === 'recommended') {
    if (reading.endOfClass(at + 1, ENGLISH.preposition) < 0) return end;
    at += 2;
  } else if (RELATIVES.has(reading.tokens.written(at))) at++;
  else at = pastExactly(reading, at);
  return reading.endOfClass(at, ENGLISH.article) > 0 ? at + 1 : at;
}

/** Past the ', exactly what' of ', exactly what the guideline recommends'. */
function pastExactly(reading: Reading, end: number): number {
  const { tokens } = reading;
  let at = end;
  while (at < end + LONGEST_LEAD && EXACTLY.has(tokens.lower(at))) at++;
  if (tokens.lower(at) === 'as' && tells(reading, at + 2)) return at + 1;
  if (at > end && reading.is(at, ENGLISH.article) && reading.is(at + 1, VISIT_WORDS['noun of number']))
    return RELATIVES.has(tokens.written(at + 2)) ? at + 3 : at + 2;
  return tokens.lower(at) === 'what' ? at + 1 : end;
}

/** The 'recommends.' of ', as ODG recommends.', ', as the guideline recommends,' */
const tells = (reading: Reading, from: number): boolean =>
  [from, from + 1].some((at) => {
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    return (kind === 'recommended' || kind === 'allowed') && reading.tokens.isMark(at + 1);
  });

/** 'Not what', 'more than what', 'twice what' */
const OTHERWISE = new ClassMap<true>(
  [ENGLISH.negation, VISIT_WORDS.comparator, VISIT_WORDS.multiple].map((each) => [each, true]),
);
/** 'Within what', 'in excess of what' */
const COMPARING: ReadonlySet<CueKind> = new Set<CueKind>(['over', 'excess', 'limit']);
const PRESENT: ReadonlySet<string> = new Set(['is', 'are']);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which']);
const EXACTLY: ReadonlySet<string> = new Set([',', 'exactly', 'just', 'precisely', 'which', 'is', 'was', 'all']);
const LONGEST_LEAD = 4;
/** In tokens: 'that the guideline does not support'. */
const REACH = 5;
const ANTECEDENT_REACH = 12;
const WHAT_REACH = 10;
const EFFECT_REACH = 9;
const UNTIL: ReadonlySet<string> = new Set(['in', 'by', 'within']);
