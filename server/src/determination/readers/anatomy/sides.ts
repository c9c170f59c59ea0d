import { oncePerProse } from '../../../text/oncePerProse.ts';
import { everywhere } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import type { BodyPart, Laterality } from '../../model/determination.ts';
import type { TextMention } from '../shared/textMention.ts';
import { bodyMentionsIn } from './bodyMentions.ts';

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
export const findSides: (prose: Prose) => readonly SideMention[] = oncePerProse((prose) =>
  sideMentions(prose).map(({ value, start, end }) => ({
    ...value,
    span: prose.span(start, end),
  })),
);

/**
 * The same with indexes into the prose's text; `parts` are the body parts that it names. In a `heading` a left or right that no
 * part stands near is of the body all the same ('left ulnar nerve decompression at the elbow').
 */
export function sideMentions(
  prose: Prose,
  parts: readonly TextMention<BodyPart>[] = bodyMentionsIn(prose),
  kind: 'prose' | 'heading' = 'prose',
): readonly TextMention<Sided>[] {
  const { text } = prose;
  const sides: TextMention<Sided>[] = [];
  let next = 0;
  for (const { 0: word, index } of SIDE.in(text)) {
    const side = SIDES.get(word.slice(0, 2).toLowerCase());
    if (side === undefined) continue;
    while ((parts[next]?.start ?? Number.POSITIVE_INFINITY) < index) next++;
    const mention = { value: side, start: index, end: index + word.length };
    for (const each of sidesAt(text, parts, next, mention, kind)) sides.push(each);
  }
  return sides;
}

/** Letters and 'Rt' count in front of a part only. */
const SIDE = everywhere(
  /\b(?:[Ll]eft|LEFT|[Rr]ight|[Rr]igth|RIGHT|[Bb]ilateral(?:ly)?|BILATERAL(?:LY)?|[Bb]ilat|[Bb]il|BIL(?:AT)?|[Bb]oth|BOTH|B\/L|[RLB][UL]E|[RrLl][Tt]|[RL])\b/,
);

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
  parts: readonly TextMention<BodyPart>[],
  next: number,
  word: TextMention<Laterality>,
  kind: 'prose' | 'heading',
): readonly TextMention<Sided>[] {
  const { value: side, start, end } = word;
  const letters = text.slice(start, end);
  const behind = parts[next];
  if (SIDE_AND_PART.test(letters)) {
    return behind?.start === start ? [{ value: { side, bodyPart: behind.value }, start, end }] : [];
  }
  if (behind !== undefined && behind.start - end < FARTHEST && reaches(text.slice(end, behind.start), letters)) {
    return isSideOf(text, letters, behind) ? partsBehind(text, parts, next, word) : [];
  }
  if (NEEDS_PART.test(letters)) return [];
  const before = parts[next - 1];
  if (before !== undefined && start - before.end < FARTHEST && standsBehind(text, before.end, word)) {
    return [
      { value: { side, bodyPart: before.value }, start: before.start, end: isBracketed(text, word) ? end + 1 : end },
    ];
  }
  return kind === 'heading' || namesSide(text, word) ? [{ value: { side, bodyPart: null }, start, end }] : [];
}

/** 'RUE' is a side and a part in one word. */
const SIDE_AND_PART = /^[RLB][UL]E$/;
/** Words that name a side in front of a part only. */
const NEEDS_PART = /^(?:both|B\/L|[RL]t?)$/i;

const isBracketed = (text: string, { start, end }: TextMention<unknown>): boolean =>
  text.charAt(start - 1) === '(' && text.charAt(end) === ')';

/** Not of 'right hand dominant', nor of 'both neck and back'. */
function isSideOf(text: string, letters: string, part: TextMention<BodyPart>): boolean {
  if (DOMINANCE.test(text.slice(part.end, part.end + 10))) return false;
  return !/^both$/i.test(letters) || /(?:s|feet)$/i.test(text.slice(part.start, part.end));
}

/** The part behind a side, and of 'left wrist/hand' the hand too. */
function partsBehind(
  text: string,
  parts: readonly TextMention<BodyPart>[],
  next: number,
  word: TextMention<Laterality>,
): readonly TextMention<Sided>[] {
  const sided: TextMention<Sided>[] = [];
  for (let i = next; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined || (i > next && text.slice(parts[i - 1]?.end, part.start) !== '/')) break;
    const start = i > next ? part.start : isBracketed(text, word) ? word.start - 1 : word.start;
    sided.push({ value: { side: word.value, bodyPart: part.value }, start, end: part.end });
  }
  return sided;
}

/** 'On the left', 'left-sided', 'bilaterally': a side even where no part is near. */
function namesSide(text: string, { value, start, end }: TextMention<Laterality>): boolean {
  if (NO_SIDE.test(text.slice(end, end + 12))) return false;
  return (
    value === 'bilateral' ||
    SIDED.test(text.slice(end, end + 7)) ||
    ON_THE.test(text.slice(Math.max(0, start - 8), start))
  );
}

/** How many characters may stand between a side and its part. */
const FARTHEST = 40;

/** 'Right and left knee', 'left greater than right shoulder': both sides have the part. */
const OTHER_SIDE = /^(?: ?[,/&>] ?| and(?: the)? | or | (?:greater|more|worse|less) than(?: the)? )(?:left|right)\b/i;
const OF_THE_SIDE = /^[- ]sided?(?: of (?:the|his|her))?/i;
const FINGERS =
  /(?:index|middle|ring|small|little|long|[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth),?(?: and)? /i;
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

function standsBehind(text: string, partEnd: number, { value, start, end }: TextMention<Laterality>): boolean {
  const gap = text.slice(partEnd, start);
  if (PART_BEFORE.test(gap)) return true;
  if (STOPS.test(gap) || !PART_BEFORE_LAST.test(gap)) return false;
  return PHRASE_END.test(text.slice(end, end + 9)) || value === 'bilateral';
}

const SIDED = /^[- ]side/i;
const ON_THE = /\b(?:on|to) the $/i;
const NO_SIDE = /^[- ](?:hand|track|path|foot|dose|thing|time)/i;
const DOMINANCE = /^(?:ed\b|[- ]domin)/i;
