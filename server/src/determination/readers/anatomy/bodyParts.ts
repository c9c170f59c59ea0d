import type { PlacedPassage } from '../../../language/placed.ts';
import type { Passage } from '../../../language/reading.ts';
import { passageOf } from '../../language.ts';
import { type Derived, derived, readAs } from '../../model/derivation.ts';
import type { BodyPart, Laterality, Request, SpinalLevel } from '../../model/determination.ts';
import { readCategory } from '../treatments/category.ts';
import { BODY_VOCABULARY, type BodyMention, bodyMentions } from './bodyMentions.ts';
import { type Sided, sidesIn } from './sides.ts';
import { SPINE_WORDS } from './vocabulary.ts';

/** The parts of the body that the treatment in dispute is for, each once. A drug has none. */
export function readBodyParts(request: Request): readonly Derived<BodyPart>[] {
  const { passage, mentions } = placeOf(request);
  if (mentions.length > 0 && readCategory(request.treatment).value === 'medication') return [];
  const isRegionNamed = mentions.some(({ parts }) => parts.some((part) => SPINE_REGIONS.has(part)));
  const first = new Map<BodyPart, Derived<BodyPart>>();
  for (const mention of mentions) {
    // 'Spine surgery evaluation for the lumbar' is about one part; 'neck and back' about two.
    if (isRegionNamed && isAnySpine(passage, mention)) continue;
    const span = passage.span(mention);
    for (const part of mention.parts) {
      if (!first.has(part)) first.set(part, derived(part, span, readAs(span, `names the ${part}`)));
    }
  }
  return [...first.values()];
}

const SPINE_REGIONS: ReadonlySet<BodyPart> = new Set(['neck', 'upper-back', 'low-back']);

const isAnySpine = ({ reading }: Passage, { first, parts }: BodyMention): boolean =>
  parts[0] === 'spine' && reading.endOfClass(first, SPINE_WORDS) >= 0;

/** The levels of the spine that the treatment in dispute is for, in the order in which it names them. */
export function readLevels(request: Request): readonly Derived<SpinalLevel>[] {
  const { passage, mentions } = placeOf(request);
  return mentions.flatMap(({ level, ...range }) => {
    if (level === null) return [];
    const span = passage.span(range);
    return [derived(level, span, readAs(span, 'a level of the spine'))];
  });
}

/** The side that the treatment in dispute is for; null where it is for different sides of different parts. */
export function readLaterality(request: Request): Derived<Laterality> | null {
  const { passage } = placeOf(request);
  const sides = sidesIn(passage, 'heading');
  const [first] = sides;
  const side = commonSide(sides);
  if (first === undefined || side === null) return null;
  const span = passage.span(first);
  const reasons = sides.map((each) => ({
    span: passage.span(each),
    as: each.bodyPart === null ? `the ${each.side} side` : `the ${each.side} side of the ${each.bodyPart}`,
    row: null,
  }));
  return derived(side, span, { reasons, reckoning: null });
}

interface Place {
  readonly passage: PlacedPassage;
  readonly mentions: readonly BodyMention[];
}

/** Where the request says which part of the body it is for: what is left of it often names none, but the original does. */
function placeOf({ treatment, ...request }: Request): Place {
  const place = wordsOf(passageOf(treatment));
  return place.mentions.length > 0 || request.kind === 'whole' ? place : wordsOf(passageOf(request.original));
}

function wordsOf(passage: PlacedPassage): Place {
  const mentions = bodyMentions(passage).all;
  // 'Lumbr spine', 'lo9w back': the misspelled word may be the one that matters.
  if (mentions.some(({ parts }) => parts.some((part) => part !== 'spine'))) return { passage, mentions };
  const corrected = passage.corrected(BODY_VOCABULARY);
  return { passage: corrected, mentions: bodyMentions(corrected).all };
}

function commonSide(sides: readonly Sided[]): Laterality | null {
  const byPart = new Map<BodyPart | null, Laterality>();
  for (const { side, bodyPart } of sides) {
    const known = byPart.get(bodyPart);
    byPart.set(bodyPart, known === undefined || known === side ? side : 'bilateral');
  }
  const different = new Set(byPart.values());
  const [only] = different;
  return only !== undefined && different.size === 1 ? only : null;
}
