import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage, TokenRange } from '../../../language/reading.ts';
import type { Values } from '../../../language/values/value.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { NamedPart } from '../../model/anatomy.ts';
import type { PlacedKind, PlacedTreatment } from '../../model/treatment.ts';
import { type BodyMention, bodyMentions, namedParts } from '../anatomy/bodyMentions.ts';
import { areListed, pastDetermination, pastJoint } from '../anatomy/lists.ts';
import { PHRASE_ENDS } from '../shared/phraseEnds.ts';
import { CATEGORY_WORDS } from './categoryClasses.ts';
import { headingMentions, type TreatmentMention } from './treatments.ts';

/** The treatments that a text names, also by their kind alone ('the injection at L3-4'), each with the parts that its phrase says it is of. */
export const findPlacedKinds = (prose: Prose): readonly PlacedKind[] => passageOf(prose).once(readPlacedKinds);

const readPlacedKinds = (passage: PlacedPassage): readonly PlacedKind[] =>
  headingMentions(passage).map(({ value: { category }, ...range }) => ({
    category,
    parts: partsOfTreatment(passage, range),
  }));

/** A treatment, with the parts that it is of. */
export const placed = (passage: PlacedPassage, mention: TreatmentMention): PlacedTreatment => ({
  value: mention.value,
  span: passage.span(mention),
  parts: partsOfTreatment(passage, mention),
});

/**
 * The parts of the body, and the levels of the spine, that a treatment is of by its own phrase: 'a left shoulder MRI', 'an
 * injection at L4-5 and L5-S1', 'x-rays of the neck and the low back'.
 */
function partsOfTreatment(passage: PlacedPassage, treatment: TokenRange): readonly NamedPart[] {
  const mentions = bodyMentions(passage);
  const mentioned = [
    ...listedBefore(passage, mentions, treatment.first),
    ...mentions.between(treatment.first, treatment.end),
    ...listedAfter(passage, mentions, treatment.end),
  ];
  return mentioned.flatMap((mention) => namedParts(passage, mention));
}

/** Whether a part and a treatment after it are one noun: 'shoulder MRI', 'L4-5 transforaminal injection'. */
function isCompound({ reading }: Passage, from: number, to: number): boolean {
  if (to - from > MOST_BETWEEN) return false;
  for (let at = from; at < to; at++) {
    if (!reading.tokens.isWord(at) || PHRASE_ENDS.some((each) => reading.endOfClass(at, each) >= 0)) return false;
  }
  return true;
}

/** How many words may be between a part and its treatment, and a treatment and its 'of'. */
const MOST_BETWEEN = 2;

/** The part that makes one noun with a treatment after it, and those listed with it: 'neck and shoulder' before 'MRI'. */
function listedBefore(passage: Passage, mentions: Values<BodyMention>, first: number): readonly BodyMention[] {
  const last = lastBefore(mentions, first, MOST_BETWEEN);
  if (last === undefined || !isCompound(passage, last.end, first)) return [];
  const listed = [last];
  for (let next = last; listed.length < MOST_LISTED; ) {
    const mention = lastBefore(mentions, next.first, MOST_BETWEEN_LISTED);
    if (mention === undefined || !areListed(passage, mention, next)) break;
    listed.unshift(mention);
    next = mention;
  }
  return listed;
}

/** The last part that ends at most `most` tokens before a position. */
function lastBefore(mentions: Values<BodyMention>, at: number, most: number): BodyMention | undefined {
  for (let end = at; end >= at - most; end--) {
    const mention = mentions.before(end);
    if (mention !== undefined) return mention;
  }
  return undefined;
}

/** The parts after a treatment: of 'scan of the left knee and the hip' both. */
function listedAfter(passage: Passage, mentions: Values<BodyMention>, from: number): readonly BodyMention[] {
  const listed: BodyMention[] = [];
  let mention = mentions.at(pastPreposition(passage, from));
  while (mention !== undefined && listed.length < MOST_LISTED) {
    listed.push(mention);
    const next = mentions.at(pastDetermination(passage, pastJoint(passage, mention.end)));
    mention = next !== undefined && areListed(passage, mention, next) ? next : undefined;
  }
  return listed;
}

const MOST_LISTED = 8;
/** 'and the left': what is between two parts of a list. */
const MOST_BETWEEN_LISTED = 5;

/** The position after 'scan of the left', '(ESI) at', 'therapy to his'; -1 where no preposition of place follows. */
function pastPreposition(passage: Passage, from: number): number {
  const { reading } = passage;
  const { tokens } = reading;
  let at = from;
  // 'Epidural steroid injection (ESI) at'
  if (tokens.written(at) === '(' && tokens.written(at + 2) === ')') at += 3;
  for (let words = 0; words < MOST_BETWEEN; words++) {
    const noun = reading.endOfClass(at, CATEGORY_WORDS['kind of treatment']);
    if (noun < 0) break;
    at = noun;
  }
  if (reading.endOfClass(at, CATEGORY_WORDS['preposition of place']) < 0) return -1;
  return pastDetermination(passage, at + 1);
}
