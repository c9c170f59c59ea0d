import type { Reading, TokenRange } from '../../../language/reading.ts';
import { replyIn } from './answers.ts';
import type { Sign } from './constructions.ts';
import { bareNoIn } from './ellipsis.ts';
import type { Place } from './place.ts';
import type { Heading } from './referent.ts';
import type { Statement } from './statement.ts';

/** 'Is it needed? Hardly.' */
export function replyStatement(
  reading: Reading,
  asked: Sign,
  { clause, sentence }: Place,
  topic: TokenRange | null,
): Statement | null {
  const reply = replyIn(reading, clause);
  if (reply === null) return null;
  const { first, end } = reply;
  return {
    first,
    end,
    sign: asked * reply.sign > 0 ? 1 : -1,
    strength: 2,
    clause,
    sentence,
    subject: { first, end: first, kind: 'answer', isDenied: false },
    topic,
    object: { first: end, end: clause.end },
    dropped: null,
    isDenied: reply.sign < 0,
    isPartial: false,
    reach: clause.end,
    construction: null,
    notes: ['the answer to a question', ...(reply.sign < 0 ? ['denied'] : [])],
  };
}

/** 'No repeat.', 'No surgery.' */
export function bareNoStatement(
  reading: Reading,
  heading: Heading,
  { clause, sentence }: Place,
  topic: TokenRange | null,
): Statement | null {
  const { tokens } = reading;
  const denied = bareNoIn(reading, sentence, (at) => heading.words.has(tokens.word(at)));
  if (denied === null) return null;
  return {
    first: clause.first,
    end: denied.end,
    sign: -1,
    strength: 2,
    clause,
    sentence,
    subject: { kind: 'treatment', isDenied: true, ...denied },
    topic,
    object: { first: denied.end, end: denied.end },
    dropped: null,
    isDenied: true,
    isPartial: false,
    reach: denied.end,
    construction: null,
    notes: ['the treatment, denied in a word'],
  };
}
