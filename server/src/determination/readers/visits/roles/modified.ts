import { ClassMap } from '../../../../language/lexicon/classMap.ts';
import type { Reading, TokenRange } from '../../../../language/reading.ts';
import { numbers } from '../../../../language/values/number.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import { BODY_PART_NAMES } from '../../anatomy/vocabulary.ts';
import { therapyMentions } from '../words/therapyMentions.ts';
import { AGENTS, type Agent, VISIT_CUES, VISIT_UNITS, VISIT_WORDS } from '../words/vocabulary.ts';

/** 'Modified from 12 visits to 6': the latter were authorized of the former, which were requested; null for other numbers. */
export function modifiedRole(reading: Reading, sentence: TokenRange, { first, end }: TokenRange): VisitRole | null {
  const { tokens } = reading;
  const from = sentence.first;
  // 'Modified 12 visits to 6', 'a modified 6 visits', 'modified the 12 visits of therapy to 6'
  const verb = reading.is(first - 1, ENGLISH.article) ? first - 2 : first - 1;
  const isModified = goesTo(reading, sentence, end) || reading.is(first - 2, ENGLISH.article);
  if (reading.is(verb, VISIT_WORDS.modifying) && isModified) return 'requested';
  let to = first - 1;
  while (to > Math.max(from, first - LONGEST_LEAD) && !ENDS_OF_CHANGE.has(tokens.lower(to)) && isLead(reading, to))
    to--;
  const word = tokens.lower(to);
  if (!ENDS_OF_CHANGE.has(word) || tokens.lower(to - 1) === 'up') return null;
  for (let at = to - 1; at >= Math.max(from, to - CHANGE_REACH); at--) {
    if (isCounted(reading, at)) return null;
    if (reading.is(at, VISIT_WORDS.modifying) && !OF_SURGERY.has(tokens.lower(at - 1)))
      return word === 'to' && !isByPrescriber(reading, sentence, at, end) ? 'authorized' : 'requested';
  }
  return null;
}

/** 'Of physical therapy to 8' */
function goesTo(reading: Reading, sentence: TokenRange, from: number): boolean {
  for (let at = from; at < Math.min(sentence.end, from + LONGEST_LEAD) && !reading.tokens.isMark(at); at++)
    if (reading.tokens.lower(at) === 'to') return numbers(reading).at(at + 1) !== undefined;
  return false;
}

/** 'The surgeon amended it to six', 'it was reduced to six by the surgeon': he asks for them. */
function isByPrescriber(reading: Reading, sentence: TokenRange, verb: number, end: number): boolean {
  const { tokens } = reading;
  const isPassive = reading.is(verb - 1, ENGLISH.be);
  if (isPassive) {
    const by = tokens.lower(end) === BY ? end : end + 1;
    return tokens.lower(by) === BY && agentIn(reading, by + 1, by + LONGEST_AGENT) === 'physician';
  }
  for (let at = verb - 1; at >= Math.max(sentence.first, verb - CHANGE_REACH); at--) {
    const agent = reading.mentionAt(at, AGENTS);
    if (agent === null || tokens.lower(agent.end) === "'s") continue;
    return agent.value === 'physician' && !reading.is(at - 1, ENGLISH.preposition) && !isOfPreposition(reading, at);
  }
  return false;
}

/** 'By the surgeon' */
const isOfPreposition = (reading: Reading, at: number): boolean =>
  reading.is(at - 1, ENGLISH.article) && reading.is(at - 2, ENGLISH.preposition);

function agentIn(reading: Reading, first: number, end: number): Agent | null {
  for (let at = first; at < end; at++) {
    const agent = reading.mentionAt(at, AGENTS);
    if (agent !== null) return agent.value;
  }
  return null;
}

const BY = 'by';
/** In tokens: 'the treating surgeon'. */
const LONGEST_AGENT = 4;

/** 'Reduced from four tablets to two' */
const isCounted = (reading: Reading, at: number): boolean =>
  reading.is(at, VISIT_WORDS['counted thing']) && !reading.is(at, VISIT_UNITS);

/** What may be between 'to' and the number: 'a total of', 'PT x'. */
const isLead = (reading: Reading, at: number): boolean =>
  LEADS.has(reading, at) || reading.is(at, VISIT_CUES) || therapyMentions(reading).before(at + 1) !== undefined;

const LEADS = new ClassMap<true>(
  [VISIT_WORDS.filler, VISIT_WORDS.course, VISIT_WORDS.cross, BODY_PART_NAMES].map((each) => [each, true]),
);
/** 'An open reduction of the ankle' */
const OF_SURGERY: ReadonlySet<string> = new Set(['open', 'closed']);
const ENDS_OF_CHANGE: ReadonlySet<string> = new Set(['to', 'from']);
/** In tokens. */
const LONGEST_LEAD = 7;
const CHANGE_REACH = 30;
