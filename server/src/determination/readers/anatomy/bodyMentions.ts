import { oncePerProse } from '../../../text/oncePerProse.ts';
import { here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { BodyPart } from '../../model/determination.ts';
import { Lexicon, type Mention } from '../shared/lexicon.ts';
import vocabulary from './bodyParts.json' with { type: 'json' };

/** Parts of the body that a text names, in its order, with the words that name them. A word can name two ('thoracolumbar'). */
export const findBodyParts: (prose: Prose) => readonly Found<BodyPart>[] = oncePerProse((prose) =>
  bodyMentionsIn(prose).map(({ value, start, end }) => found(value, prose.span(start, end))),
);

/** The same with indexes into the prose's text. */
export const bodyMentionsIn: (prose: Prose) => readonly Mention<BodyPart>[] = oncePerProse((prose) =>
  bodyMentions(prose.text),
);

/** The same of a text that is no prose. */
export function bodyMentions(text: string, spelling: 'as-is' | 'corrected' = 'as-is'): readonly Mention<BodyPart>[] {
  const mentions = spelling === 'as-is' ? LEXICON.find(text) : LEXICON.findMisspelt(text);
  const flat: Mention<BodyPart>[] = [];
  for (const [i, { value, start, end }] of mentions.entries()) {
    if (value.length === 0 || isInChapterName(text, mentions, i)) continue;
    // The C6 of 'C5-C6' is a word of its own, but no further mention.
    const last = flat.at(-1);
    if (last !== undefined && start < last.end && value.includes(last.value)) continue;
    for (const part of value) flat.push({ value: part, start, end: levelEnd(text, start, end) });
  }
  return flat;
}

const PARTS: Readonly<Record<BodyPart, readonly string[]>> = vocabulary.parts;

function* entries(): Iterable<readonly [string, readonly BodyPart[]]> {
  for (const part of BODY_PARTS) for (const term of PARTS[part]) yield [term, [part]];
  for (const { parts, terms } of vocabulary.several) {
    const named = BODY_PARTS.filter((part) => parts.includes(part));
    for (const term of terms) yield [term, named];
  }
  // Idioms that hold the name of a part and mean none ('on the other hand'): being longer they win.
  for (const term of vocabulary.noPart) yield [term, []];
}

const BODY_PARTS: readonly BodyPart[] = [
  'head',
  'neck',
  'upper-back',
  'low-back',
  'spine',
  'shoulder',
  'upper-arm',
  'elbow',
  'forearm',
  'wrist',
  'hand',
  'finger',
  'chest',
  'abdomen',
  'groin',
  'hip',
  'pelvis',
  'thigh',
  'knee',
  'lower-leg',
  'ankle',
  'foot',
  'toe',
  'upper-extremity',
  'lower-extremity',
];

const LEXICON = new Lexicon<readonly BodyPart[]>(entries);

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

function isInChapterName(text: string, mentions: readonly Mention<unknown>[], i: number): boolean {
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
