import type { Match } from '../../../language/phrases/table.ts';
import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { voiceAt } from '../conclusion/clauses/voice.ts';
import type { Scanner } from './inWords/scanner.ts';
import { SILENT_AFTER, SILENT_BEFORE } from './silenceRows.ts';
import { SILENCE_WORDS } from './silenceWords.ts';

/** Words that say that a guideline has nothing on a matter. */
export interface Silence {
  readonly words: TokenRange;
  /** On what, to the end of the clause; empty where that is not said. */
  readonly on: Prose;
}

/** What a question, a condition, a denial or the claims administrator says of a guideline is not the reviewer's word. */
export function readSilence(passage: Passage, scanner: Scanner, name: TokenRange): Silence | null {
  const after = silenceAfter(passage, scanner, name.end);
  const before = after === null ? silenceBefore(passage, scanner, name) : null;
  const words = after ?? before;
  if (words === null) return null;
  const voice = voiceAt(passage, Math.min(words.first, name.first));
  if (voice === 'others' || voice === 'unreal') return null;
  // 'There is nothing about braces in the schedule'
  const between = before?.captures['on'];
  if (between !== undefined) return { words, on: scanner.prose.slice(...edges(scanner, between)) };
  const sentence = passage.sentenceAt(name.first);
  return { words, on: objectAt(scanner, after === null ? name.end : words.end, sentence.end) };
}

/** Words between a name and what is said of it: 'guidelines themselves', '(2009)'. */
const MOST_BETWEEN = 4;

function silenceAfter(passage: Passage, scanner: Scanner, end: number): TokenRange | null {
  let at = end;
  for (let i = 0; i < MOST_BETWEEN; i++) {
    const [match] = SILENT_AFTER.allAt(passage, at);
    if (match !== undefined) return match;
    const next = endOfFiller(scanner, at, passage.end);
    if (next === at) return null;
    at = next;
  }
  return null;
}

function endOfFiller(scanner: Scanner, at: number, limit: number): number {
  const mark = scanner.written(at);
  if (mark === ',' || mark === '-') return at + 1;
  if (mark === '(') return scanner.endOfBracket(at, limit);
  return Math.max(scanner.skip(at, 'citation of its own'), scanner.skip(at, 'citation guideline'));
}

/** Tokens before a name that are looked at for 'is not addressed in the'. */
const REACH = 12;

function silenceBefore(passage: Passage, scanner: Scanner, { first, end }: TokenRange): Match<string> | null {
  const from = Math.max(passage.sentenceAt(first).first, first - REACH);
  const found = SILENT_BEFORE.find(passage, { first: from, end: first }).find((match) => match.end === first);
  if (found === undefined || (found.row.role === IF_ABOUT && !isAbout(scanner, end))) return null;
  return found;
}

/** 'Nothing in the …' denies only what comes after the name. */
const IF_ABOUT = 'has nothing if about';

/** 'About braces', 'that addresses braces' */
function isAbout(scanner: Scanner, end: number): boolean {
  const after = scanner.skip(end, 'citation guideline');
  const at = scanner.skip(after, 'citation relative');
  return scanner.is(at, 'citation addresses') || scanner.reading.is(at, SILENCE_WORDS['silence about']);
}

const LONGEST_OBJECT = 24;

/** To the next stop, comma or bracket, or to words that begin another thought. */
function objectAt(scanner: Scanner, first: number, limit: number): Prose {
  const { tokens, prose } = scanner;
  let end = first;
  while (
    end < Math.min(limit, first + LONGEST_OBJECT) &&
    !ENDS.has(scanner.written(end)) &&
    (end === first || !scanner.is(end, 'citation ends its object'))
  )
    end++;
  return end > first
    ? prose.slice(...edges(scanner, { first, end }))
    : prose.slice(tokens.start(first), tokens.start(first));
}

const edges = ({ tokens }: Scanner, { first, end }: TokenRange): [number, number] => [
  tokens.start(first),
  tokens.end(end - 1),
];

const ENDS: ReadonlySet<string> = new Set(['.', ',', ';', '(', ')']);
