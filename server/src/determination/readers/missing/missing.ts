import { ENGLISH } from '../../../language/lexicon/english.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Reading, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import { voiceAt } from '../conclusion/clauses/voice.ts';
import { MISSING_TOPICS, MISSING_WORDS, type MissingTopic } from './vocabulary.ts';

/**
 * What a rationale calls missing or not shown, in its order: 'There is no documentation of functional improvement',
 * 'red flags are not present'. What a guideline asks for and what others said is not part of it.
 */
export const findMissing = (rationale: Prose): readonly Found<MissingTopic>[] => passageOf(rationale).once(readMissing);

function readMissing(passage: PlacedPassage): readonly Found<MissingTopic>[] {
  const { reading } = passage;
  const missing: Found<MissingTopic>[] = [];
  for (const topic of passage.mentions(MISSING_TOPICS)) {
    const sentence = passage.sentenceAt(topic.first);
    const denial = denialBefore(reading, topic, sentence) ?? denialAfter(reading, topic, sentence);
    // What the guideline asks for, and what utilization review or a physician said, the reviewer does not find missing.
    if (denial === null || voiceAt(passage, denial) !== 'own') continue;
    missing.push(found(topic.value, passage.span(topic)));
  }
  return missing;
}

/** In tokens: 'no (significant objective) deficit'. */
const NEXT = 3;
/** 'not (currently and clearly) documented'. */
const TO_RECORD = 5;
/** 'documentation (of the exact number of visits completed to date or of the) improvement'. */
const TO_TOPIC = 18;
/** 'improvement (in any measure) is not'. */
const BEHIND = 8;

/** Position of the word that denies, before a topic; null where none does. */
function denialBefore(reading: Reading, topic: TokenRange, { first }: TokenRange): number | null {
  let record = -1;
  for (let at = topic.first - 1; at >= Math.max(first, topic.first - TO_TOPIC - TO_RECORD); at--) {
    if (turns(reading, at)) return null;
    const denies = endOfDenial(reading, at);
    if (denies >= 0 && denies <= topic.first) {
      const isNext = topic.first - denies <= NEXT;
      const isOfRecord = record >= denies && record - denies <= TO_RECORD;
      return isNext || isOfRecord ? at : null;
    }
    const isRecord = reading.is(at, MISSING_WORDS['missing: record']) || reading.is(at, MISSING_WORDS['missing: said']);
    if (isRecord && topic.first - at <= TO_TOPIC) record = at;
  }
  return null;
}

/** Position of the word that denies, after a topic: 'improvement was not documented', 'a plan is lacking'. */
function denialAfter(reading: Reading, topic: TokenRange, { end }: TokenRange): number | null {
  for (let at = topic.end; at < Math.min(end, topic.end + BEHIND); at++) {
    if (turns(reading, at)) return null;
    const denies = endOfDenial(reading, at);
    if (denies < 0) continue;
    if (ENDS_CLAUSE.has(written(reading, at))) return at;
    if (!DENIES_VERB.has(written(reading, at))) return null;
    for (let next = denies; next < Math.min(end, denies + NEXT); next++) {
      if (reading.is(next, MISSING_WORDS['missing: said'])) return at;
    }
    return null;
  }
  return null;
}

/** Words that come alone after 'is'. */
const ENDS_CLAUSE: ReadonlySet<string> = new Set([
  'lacking',
  'absent',
  'missing',
  'unclear',
  'insufficient',
  'inadequate',
]);
const DENIES_VERB: ReadonlySet<string> = new Set(['not', "n't", 'n’t', 'never', 'neither']);

function endOfDenial(reading: Reading, at: number): number {
  const end = reading.endOfClass(at, ENGLISH.negation);
  if (end >= 0) return end;
  return reading.endOfClass(at, MISSING_WORDS['missing: too little']);
}

/** What is said after it is another matter. */
const turns = (reading: Reading, at: number): boolean => TURNS.has(written(reading, at));

const TURNS: ReadonlySet<string> = new Set([
  ';',
  ':',
  'but',
  'however',
  'although',
  'though',
  'despite',
  'while',
  'whereas',
]);

const written = (reading: Reading, at: number): string => reading.tokens.lower(at);
