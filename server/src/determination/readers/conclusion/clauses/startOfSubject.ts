import { BEGINS_PHRASE } from '../../../../language/finiteVerbs.ts';
import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import { ENGLISH } from '../../../../language/lexicon/english.ts';
import { Form } from '../../../../language/lexicon/forms.ts';
import type { Reading } from '../../../../language/reading.ts';
import { CONCLUSION_WORDS } from '../words/words.ts';

/** 'Therefore, the request …', 'As submitted, …', 'In my opinion the …': what leads in is no subject. */
export function startOfSubject(reading: Reading, first: number, end: number): number {
  const { tokens } = reading;
  let start = first;
  for (let at = first; at < end - 1; at++) {
    if (tokens.written(at) !== ',') continue;
    if (!leadsIn(reading, start, at) || isBrokenOff(reading, start, at, end)) break;
    start = at + 1;
  }
  while (start < end && isLeadIn(reading, start))
    start = Math.max(start + 1, reading.endOfClass(start, ENGLISH.degree));
  // 'and for the pair no need has been shown'
  if (start > first && start < end && reading.is(start - 1, ENGLISH.preposition)) {
    for (let at = end - 1; at > start; at--) if (tokens.lower(at) === 'no') return at;
  }
  const isInfinitive = tokens.lower(start) === 'to' && (reading.formAt(start + 1) & Form.base) !== 0;
  if (start >= end || !LEADING.has(reading, start) || isInfinitive) return start;
  // 'By that standard this request': the last noun phrase is the subject.
  for (let at = end - 1; at > start; at--) {
    if (reading.is(at, CONCLUSION_WORDS['reviewer self']) || PRONOUNS.has(tokens.lower(at))) return at;
    if (!reading.is(at - 1, ENGLISH.preposition) && (BEGINS_PHRASE.has(reading, at) || tokens.lower(at) === 'no'))
      return at;
  }
  return start;
}

const LEAD_INS = new ClassMap<true>([
  [ENGLISH['clause coordinator'], true],
  [ENGLISH.degree, true],
  [ENGLISH.contrast, true],
  [ENGLISH.reason, true],
  [ENGLISH.concession, true],
]);

const isLeadIn = (reading: Reading, at: number): boolean =>
  reading.tokens.isMark(at) || LEAD_INS.has(reading, at) || reading.tokens.lower(at) === 'that';

/** 'Contrast, after a reaction, | is not': one noun, and an aside up to the verb. */
const isBrokenOff = (reading: Reading, start: number, comma: number, end: number): boolean =>
  comma === start + 1 &&
  reading.tokens.written(end - 1) === ',' &&
  reading.is(comma + 1, ENGLISH.preposition) &&
  reading.formAt(start) === 0 &&
  !isLeadIn(reading, start) &&
  !reading.is(start, ENGLISH.preposition) &&
  !reading.is(start, ENGLISH.subordinator);

/** Words before a comma that are no subject: they begin with an adverb, a preposition or a conjunction. */
function leadsIn(reading: Reading, first: number, comma: number): boolean {
  // 'But a second injection, in a man who'
  if (reading.is(first, ENGLISH.contrast) && BEGINS_PHRASE.has(reading, first + 1)) return false;
  if (comma - first < 3 && !BEGINS_PHRASE.has(reading, first)) return true;
  // 'Given the above, the request', not 'The neck, the back'
  if (BEGINS_PHRASE.has(reading, comma + 1) && !BEGINS_PHRASE.has(reading, first)) return true;
  // 'Having read the file, I'
  if ((reading.formAt(first) & Form.ing) !== 0 && reading.is(comma + 1, CONCLUSION_WORDS['reviewer self'])) return true;
  return reading.is(first, ENGLISH.preposition) || reading.is(first, ENGLISH.subordinator) || isLeadIn(reading, first);
}

const LEADING = new ClassMap<true>([
  [ENGLISH.preposition, true],
  // 'Without a film the scan …'
  [CONCLUSION_WORDS['too little'], true],
]);

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they']);
