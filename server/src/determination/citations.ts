import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';
import { type Stretch, trimmed } from './citationLists.ts';
import { readFreeCitations } from './freeCitations.ts';
import type { Basis, Citation } from './model.ts';
import { readMtusCitations } from './mtusCitations.ts';

/**
 * The guidelines that a guideline part cites, in its order:
 * 'Decision based on MTUS …. Decision based on Non-MTUS Citation … and Other Medical Treatment Guidelines ….'
 */
export function readCitations(body: Prose): readonly Citation[] {
  return findPassages(body.text).flatMap(({ kind, opening, start, end }) => {
    const passage = body.slice(start, end);
    const citations = kind === 'mtus' ? readMtusCitations(passage) : readFreeCitations(passage);
    // 'Decision based on MTUS.' names no chapter: the citation stands where those words stand.
    return citations.map((citation) =>
      isEmpty(citation.span) ? { ...citation, span: body.span(opening, start) } : citation,
    );
  });
}

const NO_EVIDENCE = /\b(?:did not|does not|didn't) (?:cite|provide|list|reference) any\b/i;

/** What a guideline part says of what the decision rests on. */
export function readBasis(body: Prose, citations: readonly Citation[]): Basis {
  if (citations.length > 0) return 'citations';
  return NO_EVIDENCE.test(body.text) ? 'no-evidence' : 'none';
}

/** Where citations stand: behind the fixed words, which begin at `opening`. */
interface Passage extends Stretch {
  readonly kind: 'mtus' | 'free';
  readonly opening: number;
}

const isEmpty = ({ start, end }: Span): boolean => end <= start;

/** The fixed words before citations; the group that matched tells what follows. */
const OPENING =
  /(\b(?:Decisions? (?:is |was )?based (?:up)?on )?Non-? ?MTUS Citations?\b[ :]*)|\b(Decisions? (?:is |was )?based (?:up)?on (?:the )?(?:CA |California )?MTUS\b[ :]*)|(\band Other Medical Treatment Guidelines?\b[ :]*)|(\bDecisions? (?:is |was )?based (?:up)?on )/gi;

/** Sentences that cite nothing: 'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.' */
const CITES_NOTHING =
  /\b(?:The )?(?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer) (?:based (?:their|his\/her|its) decision on recommendation|did not|didn't|does not)[^.]{0,160}(?:\.|$)/gi;
const MTUS_NAME = /(?:the )?(?:CA |California )?MTUS\b[ :]*/iy;

function findPassages(text: string): readonly Passage[] {
  const openings = [...text.matchAll(OPENING)];
  if (openings.length === 0) return unlabelled(text);
  return openings.map((match, i) => {
    const [opening, free, mtus, other] = match;
    const start = match.index + opening.length;
    return {
      kind: mtus !== undefined ? 'mtus' : free !== undefined || other !== undefined ? 'free' : kindAt(text, start),
      opening: match.index,
      start,
      end: openings[i + 1]?.index ?? text.length,
    };
  });
}

/** A part that names guidelines without the fixed words. */
function unlabelled(text: string): readonly Passage[] {
  let start = 0;
  for (const match of text.matchAll(CITES_NOTHING)) start = match.index + match[0].length;
  const rest = trimmed(text, { start, end: text.length });
  if (rest.end <= rest.start) return [];
  MTUS_NAME.lastIndex = rest.start;
  if (MTUS_NAME.test(text)) return [{ kind: 'mtus', opening: rest.start, start: MTUS_NAME.lastIndex, end: rest.end }];
  return GUIDELINE_NAME.test(text.slice(rest.start, rest.end)) ? [{ kind: 'free', opening: rest.start, ...rest }] : [];
}

/** A part in free prose cites something only where it names one of these. */
const GUIDELINE_NAME = /\b(?:ODG|ACOEM|Official Disability Guidelines?|https?:\/\/|www\.)/i;

const kindAt = (text: string, at: number): Passage['kind'] => {
  MTUS_NAME.lastIndex = at;
  return MTUS_NAME.test(text) ? 'mtus' : 'free';
};
