import { Vocabulary } from '../../../language/lexicon/vocabulary.ts';
import type { PlacedPassage } from '../../../language/placed.ts';
import type { Mention, Passage } from '../../../language/reading.ts';
import { type Value, Values } from '../../../language/values/value.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { BodyPart, NamedPart, SpinalLevel, SpinalRegion } from '../../model/anatomy.ts';
import { levels } from './levels.ts';
import { areListed } from './lists.ts';
import { BODY_PART_NAMES, CHAPTER_WORDS, SPINE_WORDS } from './vocabulary.ts';

/** Words that name a part of the body. A word can name two ('thoracolumbar'), and so can a level ('T12-L1'). */
export interface BodyMention extends Value {
  readonly parts: readonly BodyPart[];
  /** Where a level of the spine names it. */
  readonly level: SpinalLevel | null;
}

/** Parts of the body that a text names, in its order, with the words that name them. */
export const findBodyParts = (prose: Prose): readonly NamedPart[] => passageOf(prose).once(readNamedParts);

const readNamedParts = (passage: PlacedPassage): readonly NamedPart[] =>
  bodyMentions(passage).all.flatMap((mention) => namedParts(passage, mention));

/** The same, those together that are mentioned together: 'neck, right hand and head'. */
export const findPartLists = (prose: Prose): readonly (readonly NamedPart[])[] => passageOf(prose).once(readLists);

function readLists(passage: PlacedPassage): readonly (readonly NamedPart[])[] {
  const lists: NamedPart[][] = [];
  let last: BodyMention | null = null;
  for (const mention of bodyMentions(passage).all) {
    const parts = namedParts(passage, mention);
    if (last !== null && areListed(passage, last, mention)) lists.at(-1)?.push(...parts);
    else lists.push([...parts]);
    last = mention;
  }
  return lists;
}

/** What a mention names, with its words in the letter. */
export function namedParts(passage: PlacedPassage, mention: BodyMention): readonly NamedPart[] {
  const { reading } = passage;
  const span = passage.span(mention);
  return mention.parts.map((value) => ({
    value,
    span,
    level: mention.level,
    isBack: value === 'spine' && reading.endOfClass(mention.first, SPINE_WORDS) < 0,
  }));
}

/** The same by their tokens. */
export const bodyMentions = (passage: Passage): Values<BodyMention> => passage.get(readBodyMentions);

/** The words of parts of the body, for which misspelled ones may be meant. */
export const BODY_VOCABULARY = new Vocabulary([BODY_PART_NAMES]);

function readBodyMentions(passage: Passage): Values<BodyMention> {
  const named = [...passage.mentions(BODY_PART_NAMES)];
  const mentions: BodyMention[] = named.flatMap(({ value, first, end }, i) =>
    value.length === 0 || isInChapterName(passage, named, i) ? [] : [{ first, end, parts: value, level: null }],
  );
  for (const { first, end, from, to } of levels(passage.reading).between(passage.first, passage.end)) {
    mentions.push({ first, end, parts: partsAt(from.region, to.region), level: { from, to } });
  }
  return new Values(mentions.sort((a, b) => a.first - b.first));
}

function partsAt(from: SpinalRegion, to: SpinalRegion): readonly BodyPart[] {
  // What lies at C7-T1 is treated as the neck's.
  if (from === 'C') return ['neck'];
  if (from === 'T') return to === 'T' ? ['upper-back'] : ['upper-back', 'low-back'];
  return ['low-back'];
}

/** 'Forearm, Wrist, and Hand Complaints', 'Low Back Disorders': the name of a guideline's chapter, not a part of this body. */
function isInChapterName({ reading }: Passage, mentions: readonly Mention<unknown>[], i: number): boolean {
  const { tokens } = reading;
  for (let n = i; n < mentions.length && n < i + MOST_IN_CHAPTER; n++) {
    const mention = mentions[n];
    if (mention === undefined || !tokens.isCapitalized(mention.first)) return false;
    const word = reading.mentionAt(mention.end, CHAPTER_WORDS);
    if (word !== null) return word.value === 'in any case' || tokens.isCapitalized(mention.end);
    const next = mentions[n + 1];
    if (next === undefined || !isChapterJoint(tokens.slice(mention.end, next.first))) return false;
  }
  return false;
}

const MOST_IN_CHAPTER = 4;

const isChapterJoint = (between: string): boolean => CHAPTER_JOINTS.has(between);
const CHAPTER_JOINTS: ReadonlySet<string> = new Set([',', ', and', 'and', ', &', '&', '/', '-']);
