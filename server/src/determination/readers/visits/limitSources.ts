import { clauseAt } from '../../../language/clauses.ts';
import { ClassMap } from '../../../language/lexicon/classMap.ts';
import { Form } from '../../../language/lexicon/forms.ts';
import type { Passage, Reading, TokenRange } from '../../../language/reading.ts';
import { ENGLISH } from '../../language.ts';
import type { VisitRecord } from './history/records.ts';
import { AGENTS, VISIT_CUES, VISIT_WORDS } from './words/vocabulary.ts';

/**
 * Whether it is open whose a figure is that reads as a guideline's: 'Six are allowed' may be what review granted, 'the first
 * eight' those that were had, and 'Six treatments are a trial' what the reviewer thinks of the request. A guideline that
 * the sentence names, or the one before 'Ten are allowed', settles it.
 */
export function isOpen(passage: Passage, records: readonly VisitRecord[], record: VisitRecord): boolean {
  const { reading } = passage;
  const { count, cue, sentence } = record;
  if (cue === null || count.weeks !== null || count.recurs || namesGuideline(reading, sentence)) return false;
  switch (cue.kind) {
    case 'allowed':
    case 'given':
      return (
        !cue.isActive &&
        isBareAllowance(reading, records, record) &&
        !namesGuideline(reading, sentenceBefore(passage, sentence))
      );
    case 'trial':
      // 'Five more than the first nine'
      if (cue.first >= count.end)
        return isFirst(reading, cue) || reading.has({ first: count.end, end: cue.first }, ENGLISH.be);
      return isFirst(reading, cue) && (count.form === 'bare' || isOfPast(passage, count.first));
    default:
      return false;
  }
}

function namesGuideline(reading: Reading, { first, end }: TokenRange): boolean {
  for (let at = first; at < end; at++) {
    if (reading.mentionAt(at, AGENTS)?.value === 'guideline') return true;
    const kind = reading.mentionAt(at, VISIT_CUES)?.value;
    if (kind === 'guideline' || kind === 'book') return true;
  }
  return false;
}

const sentenceBefore = (passage: Passage, { first }: TokenRange): TokenRange =>
  first > passage.first ? passage.sentenceAt(first - 1) : { first, end: first };

/** Neither for what nor when: not 'ten visits for a sprain', 'ten once a trial has helped', 'nine are allowed, twelve asked'. */
function isBareAllowance(reading: Reading, records: readonly VisitRecord[], { cue, sentence }: VisitRecord): boolean {
  // 'Covered: ten visits'
  if (cue?.first === sentence.first) return false;
  if (records.some(({ role, sentence: { first } }) => role === 'requested' && first === sentence.first)) return false;
  for (let at = sentence.first; at < sentence.end; at++) {
    if (CASES.has(reading, at) || IN_GENERAL.has(reading.tokens.lower(at))) return false;
    if (reading.mentionAt(at, VISIT_CUES)?.value === 'recommended') return false;
  }
  return true;
}

const CASES = new ClassMap<true>([
  [VISIT_WORDS['case link'], true],
  [VISIT_WORDS.conditional, true],
]);

/** 'Such patients should be given ten', 'twenty per injury' */
const IN_GENERAL: ReadonlySet<string> = new Set(['patients', 'per']);

/** 'The first eight', not 'an initial eight' */
const isFirst = ({ tokens }: Reading, { end }: TokenRange): boolean => tokens.lower(end - 1) === 'first';

/** 'The first eight visits brought little' */
function isOfPast(passage: Passage, at: number): boolean {
  const { reading } = passage;
  const verb = clauseAt(passage, at)?.verb ?? passage.end;
  if (verb >= passage.end) return false;
  return (
    (reading.formAt(verb) & Form.past) !== 0 ||
    reading.is(verb, VISIT_WORDS['past auxiliary']) ||
    reading.is(verb, VISIT_WORDS['past of do'])
  );
}
