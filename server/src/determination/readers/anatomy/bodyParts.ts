import type { Prose } from '../../../text/prose.ts';
import { type Found, found } from '../../../text/span.ts';
import type { BodyPart, Laterality, Request } from '../../model/determination.ts';
import type { TextMention } from '../shared/textMention.ts';
import { readCategory } from '../treatments/category.ts';
import { bodyMentions } from './bodyMentions.ts';
import { type Sided, sideMentions } from './sides.ts';

/** The parts of the body that the treatment in dispute is for, each once. A drug has none. */
export function readBodyParts(request: Request): readonly Found<BodyPart>[] {
  const { prose, parts } = placeOf(request);
  if (parts.length > 0 && readCategory(request.treatment) === 'medication') return [];
  const regionNamed = parts.some(({ value }) => SPINE_REGIONS.has(value));
  const first = new Map<BodyPart, Found<BodyPart>>();
  for (const { value, start, end } of parts) {
    // 'Spine surgery evaluation for the lumbar' is about one part; 'neck and back' about two.
    if (value === 'spine' && regionNamed && /^spin/i.test(prose.text.slice(start, end))) continue;
    if (!first.has(value)) first.set(value, found(value, prose.span(start, end)));
  }
  return [...first.values()];
}

const SPINE_REGIONS: ReadonlySet<BodyPart> = new Set(['neck', 'upper-back', 'low-back']);

/** The side that the treatment in dispute is for; null where it is for different sides of different parts. */
export function readLaterality(request: Request): Found<Laterality> | null {
  const { prose, parts } = placeOf(request);
  const sides = sideMentions(prose, parts, 'heading');
  const first = sides[0];
  const side = commonSide(sides);
  return first === undefined || side === null ? null : found(side, prose.span(first.start, first.end));
}

/** Where the request says which part of the body it is for: what is left of it often names none, but the original does. */
function placeOf({ treatment, ...request }: Request): {
  readonly prose: Prose;
  readonly parts: readonly TextMention<BodyPart>[];
} {
  const parts = partsOf(treatment);
  return parts.length > 0 || request.kind === 'whole'
    ? { prose: treatment, parts }
    : { prose: request.original, parts: partsOf(request.original) };
}

function partsOf(prose: Prose): readonly TextMention<BodyPart>[] {
  const parts = bodyMentions(prose);
  // 'Lumbr spine', 'lo9w back': the misspelt word may be the one that tells.
  return parts.some(({ value }) => value !== 'spine') ? parts : bodyMentions(prose, 'corrected');
}

function commonSide(sides: readonly TextMention<Sided>[]): Laterality | null {
  const byPart = new Map<BodyPart | null, Laterality>();
  for (const { value } of sides) {
    const known = byPart.get(value.bodyPart);
    byPart.set(value.bodyPart, known === undefined || known === value.side ? value.side : 'bilateral');
  }
  const different = new Set(byPart.values());
  const [only] = different;
  return only !== undefined && different.size === 1 ? only : null;
}
