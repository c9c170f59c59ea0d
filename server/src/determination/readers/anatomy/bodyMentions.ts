import { Vocabulary } from '../../../language/lexicon/vocabulary.ts';
import { oncePerProse } from '../../../text/oncePerProse.ts';
import { here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import { passageOf } from '../../language.ts';
import type { BodyPart } from '../../model/determination.ts';
import { type TextMention, textMentions } from '../shared/textMention.ts';
import { BODY_PART_NAMES } from './vocabulary.ts';

/** Parts of the body that a text names, in its order, with the words that name them. A word can name two ('thoracolumbar'). */
export const findBodyParts: (prose: Prose) => readonly Found<BodyPart>[] = oncePerProse((prose) =>
  bodyMentionsIn(prose).map(({ value, start, end }) => found(value, prose.span(start, end))),
);

/** The same with indexes into the prose's text. */
export const bodyMentionsIn: (prose: Prose) => readonly TextMention<BodyPart>[] = oncePerProse((prose) =>
  bodyMentions(prose),
);

/** The same, as the words are written or as those that were meant. */
export function bodyMentions(
  prose: Prose,
  spelling: 'as-is' | 'corrected' = 'as-is',
): readonly TextMention<BodyPart>[] {
  const { text } = prose;
  const written = passageOf(prose);
  const passage = spelling === 'as-is' ? written : written.corrected(VOCABULARY);
  const mentions = textMentions(prose, [...passage.mentions(BODY_PART_NAMES)]);
  const flat: TextMention<BodyPart>[] = [];
  for (const [i, { value, start, end }] of mentions.entries()) {
    if (value.length === 0 || isInChapterName(text, mentions, i)) continue;
    // The C6 of 'C5-C6' is a word of its own, but no further mention.
    const last = flat.at(-1);
    if (last !== undefined && start < last.end && value.includes(last.value)) continue;
    for (const part of value) flat.push({ value: part, start, end: levelEnd(text, start, end) });
  }
  return flat;
}

const VOCABULARY = new Vocabulary([BODY_PART_NAMES]);

/** 'L4-5', 'C5-C6', 'L4/5', 'L5-S1': the levels behind the first belong to it. */
const FURTHER_LEVEL = here(/(?:[-/][CTLS]?\d{1,2}){1,4}(?![\w%])/);
const LEVEL = /^[CTLS]\d{1,2}$/;

function levelEnd(text: string, start: number, end: number): number {
  if (!LEVEL.test(text.slice(start, end))) return end;
  return FURTHER_LEVEL.skip(text, end);
}

/** 'Forearm, Wrist, and Hand Complaints', 'Low Back Disorders': the name of a guideline's chapter, not a part of this body. */
const CHAPTER = /^ (?:Complaints|Disorders|Chapter|chapter|Conditions)\b/;
const CHAPTER_JOINT = /^(?:, | and |, and |, & | & |\/| - )$/;

function isInChapterName(text: string, mentions: readonly TextMention<unknown>[], i: number): boolean {
  for (let n = i; n < mentions.length && n < i + 4; n++) {
    const mention = mentions[n];
    const next = mentions[n + 1];
    if (mention === undefined) return false;
    if (!/[A-Z]/.test(text.charAt(mention.start))) return false;
    if (CHAPTER.test(text.slice(mention.end, mention.end + 14))) return true;
    if (next === undefined || !CHAPTER_JOINT.test(text.slice(mention.end, next.start))) return false;
  }
  return false;
}
