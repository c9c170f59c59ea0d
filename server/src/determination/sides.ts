import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { bodyMentions } from './bodyMentions.ts';
import type { Mention } from './lexicon.ts';
import type { BodyPart, Laterality } from './model.ts';

/** A side of the body that a text names. */
export interface Sided {
  readonly side: Laterality;
  /** The part it is the side of; null where the words near by name none ('pain is worse on the left'). */
  readonly bodyPart: BodyPart | null;
}

export interface SideMention extends Sided {
  /** The side's words, together with the part's where they belong together ('left shoulder', 'shoulder, left'). */
  readonly span: Span;
}

/** Every left, right or both sides that a text names of a body. 'Right-handed', 'right away', 'was left with' name none. */
export function findSides(prose: Prose): readonly SideMention[] {
  return sideMentions(prose.text).map(({ value, start, end }) => ({ ...value, span: prose.span(start, end) }));
}

/**
 * The same with indexes into the text; `parts` are the body parts that it names. In a `heading` a left or right that no
 * part stands near is of the body all the same ('left ulnar nerve decompression at the elbow').
 */
export function sideMentions(
  text: string,
  parts: readonly Mention<BodyPart>[] = bodyMentions(text),
  kind: 'prose' | 'heading' = 'prose',
): readonly Mention<Sided>[] {
  const sides: Mention<Sided>[] = [];
  let next = 0;
  for (const { 0: word, index } of text.matchAll(SIDE)) {
    const side = SIDES.get(word.slice(0, 2).toLowerCase());
    if (side === undefined) continue;
    while ((parts[next]?.start ?? Number.POSITIVE_INFINITY) < index) next++;
    sides.push(...sidesAt(text, parts, next, { value: side, start: index, end: index + word.length }, kind));
  }
  return sides;
}

/** Letters and 'Rt' count in front of a part only. */
const SIDE =
  /\b(?:[Ll]eft|LEFT|[Rr]ight|[Rr]igth|RIGHT|[Bb]ilateral(?:ly)?|BILATERAL(?:LY)?|[Bb]ilat|[Bb]oth|BOTH|B\/L|[RLB][UL]E|[RL][Tt]|[RL])\b/g;

/** By the first two letters of the word. */
const SIDES: ReadonlyMap<string, Laterality> = new Map([
  ['le', 'left'],
  ['l', 'left'],
  ['lt', 'left'],
  ['lu', 'left'],
  ['ll', 'left'],
  ['ri', 'right'],
  ['r', 'right'],
  ['rt', 'right'],
  ['ru', 'right'],
  ['rl', 'right'],
  ['bi', 'bilateral'],
  ['bo', 'bilateral'],
  ['b/', 'bilateral'],
  ['bu', 'bilateral'],
  ['bl', 'bilateral'],
]);

/** What a side's word stands with. `next` is the first part that begins at the word or behind it. */
function sidesAt(
  text: string,
  parts: readonly Mention<BodyPart>[],
  next: number,
  { value: side, start, end }: Mention<Laterality>,
  kind: 'prose' | 'heading',
): readonly Mention<Sided>[] {
  const word = text.slice(start, end);
  const behind = parts[next];
  if (/^[RLB][UL]E$/.test(word)) return behind ? [{ value: { side, bodyPart: behind.value }, start, end }] : [];
  if (
    behind !== undefined &&
    behind.start > start &&
    reaches(text.slice(end, Math.min(behind.start, end + FARTHEST)), word)
  ) {
    if (DOMINANCE.test(text.slice(behind.end, behind.end + 10))) return [];
    if (/^both$/i.test(word) && !/(?:s|feet)$/i.test(text.slice(behind.start, behind.end))) return [];
    const bracket = text.charAt(start - 1) === '(' && text.charAt(end) === ')';
    return [
      { value: { side, bodyPart: behind.value }, start: bracket ? start - 1 : start, end: behind.end },
      ...joinedParts(text, parts, next).map((part) => ({ ...part, value: { side, bodyPart: part.value } })),
    ];
  }
  if (/^(?:both|B\/L|[RL]t?)$/i.test(word)) return [];
  const before = parts[next - 1];
  if (before !== undefined && start - before.end < FARTHEST && standsBehind(text, before.end, start, end)) {
    return [
      {
        value: { side, bodyPart: before.value },
        start: before.start,
        end: text.charAt(start - 1) === '(' && text.charAt(end) === ')' ? end + 1 : end,
      },
    ];
  }
  const named =
    kind === 'heading' ||
    side === 'bilateral' ||
    SIDED.test(text.slice(end, end + 7)) ||
    ON_THE.test(text.slice(Math.max(0, start - 8), start));
  return named && !NO_SIDE.test(text.slice(end, end + 12)) ? [{ value: { side, bodyPart: null }, start, end }] : [];
}

/** Of 'left wrist/hand' the hand too. */
function joinedParts(text: string, parts: readonly Mention<BodyPart>[], first: number): readonly Mention<BodyPart>[] {
  const joined: Mention<BodyPart>[] = [];
  for (let i = first + 1; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || text.slice(parts[i - 1]?.end, part.start) !== '/') break;
    joined.push(part);
  }
  return joined;
}

/** How many characters may stand between a side and its part. */
const FARTHEST = 40;

/** 'Right and left knee', 'left greater than right shoulder': both sides have the part. */
const OTHER_SIDE = /^(?: ?[,/&>] ?| and(?: the)? | or | (?:greater|more|worse|less) than(?: the)? )(?:left|right)\b/i;
const OF_THE_SIDE = /^[- ]sided?(?: of (?:the|his|her))?/i;
const FINGERS =
  /(?:index|middle|ring|small|little|long|[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth),?(?: and)? /gi;
const PLAIN_WORDS = /^[).]{0,2}(?:[ -][a-z0-9]{2,}){0,3}[ -]?$/i;
const STOPS =
  /\b(?:and|or|but|the|an|in|on|of|at|to|for|from|by|with|than|as|is|was|were|are|be|has|had|have|his|her|their|my|side|that|which|who|now|away|after|before|work|job|when|while|without|due)\b/i;

/** Whether nothing but describing words stand between a side and a part ('left distal', '-sided', ' lateral '). */
function reaches(gap: string, word: string): boolean {
  if (gap === ' ' || gap === '-') return true;
  if (word.length === 1) return /^[).] ?$/.test(gap);
  const rest = gap.replace(OTHER_SIDE, '').replace(OF_THE_SIDE, '').replace(FINGERS, '');
  return PLAIN_WORDS.test(rest) && !STOPS.test(rest);
}

/** 'Knee pain on the left', 'hands bilaterally'. */
const PART_BEFORE =
  /^(?: (?:pain|joint|strain|sprain|injury|symptoms))?(?: is| are)?(?: worse| greater)? (?:on|to) the $/i;
/** 'Shoulder right', 'knee (left)', 'knee brace, hinged, left': where the side closes its phrase. */
const PART_BEFORE_LAST = /^(?:[a-z ]{0,20},)?(?: [a-z]{1,20}){0,2}(?: ?[-,(] ?| )$/i;
const PHRASE_END = /^(?:$|[,.;:)]| (?:with|without|and|is|was|x|times|\d))/i;

function standsBehind(text: string, partEnd: number, start: number, end: number): boolean {
  const gap = text.slice(partEnd, start);
  if (PART_BEFORE.test(gap)) return true;
  if (STOPS.test(gap) || !PART_BEFORE_LAST.test(gap)) return false;
  return PHRASE_END.test(text.slice(end, end + 9)) || /^bi/i.test(text.slice(start, end));
}

const SIDED = /^[- ]side/i;
const ON_THE = /\b(?:on|to) the $/i;
const NO_SIDE = /^[- ](?:hand|track|path|foot|dose|thing|time)/i;
const DOMINANCE = /^(?:ed\b|[- ]domin)/i;
