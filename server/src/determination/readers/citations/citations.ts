import { everywhere, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { endOfCited } from '../../lines/afterCitation.ts';
import type { Basis, Citation } from '../../model/determination.ts';
import { readSentences, sentencesIn } from '../shared/sentences.ts';
import { type Stretch, trimmed } from './citationLists.ts';
import { readFreeCitations } from './freeCitations.ts';
import { readMtusCitations } from './mtusCitations.ts';
import { saysNothingCited } from './nothingCited.ts';

/** What a guideline part says of what the decision rests on. */
export interface Cited {
  /** In the part's order. */
  readonly citations: readonly Citation[];
  readonly basis: Basis;
  /** The stretches that no grammar of citations reads, in order. */
  readonly unread: readonly Prose[];
}

/**
 * The guidelines that a guideline part cites:
 * 'Decision based on MTUS …. Decision based on Non-MTUS Citation … and Other Medical Treatment Guidelines ….'
 */
export function readCited(body: Prose): Cited {
  const citations: Citation[] = [];
  const rest: Stretch[] = [];
  let from = 0;
  for (const { kind, opening, start, end } of findPassages(body.text)) {
    const words = body.text.slice(start, end);
    const citedEnd = saysNothingCited(words)
      ? start
      : Math.min(start + endOfCited(words, kind), endOfParagraphs(body, start, end));
    const passage = body.slice(start, citedEnd);
    const read = kind === 'mtus' ? readMtusCitations(passage) : readFreeCitations(passage);
    // 'Decision based on MTUS.' names no chapter: the citation stands where those words stand.
    for (const citation of read)
      citations.push(isEmpty(citation.span) ? { ...citation, span: body.span(opening, start) } : citation);
    rest.push({ start: from, end: opening }, { start: citedEnd, end });
    from = end;
  }
  rest.push({ start: from, end: body.length });
  return { citations, ...judge(body, rest, citations.length > 0) };
}

const ENDS_SENTENCE = /[.?!]["'”’)\]]{0,2}$/;
/** 'DRAFT', 'NOT FOR DISTRIBUTION'. */
const isShouted = (words: string): boolean => /[A-Z]{4}/.test(words) && words === words.toUpperCase();

/** 'Note: …', 'cc: …'. */
const isNote = (words: string): boolean => /^(?:Note|NB|Draft|Copy|cc|Re|Memo)\b/i.test(words);

/** Index at which the words that begin at `start` end: a paragraph apart, after a whole sentence or in capitals, is no part of them. */
function endOfParagraphs(body: Prose, start: number, limit: number): number {
  const breaks = [...body.paragraphBreaks(start, limit)];
  for (const [i, { index, kind }] of breaks.entries()) {
    const isWhole = ENDS_SENTENCE.test(body.text.slice(Math.max(start, index - 8), index).trimEnd());
    const next = body.text.slice(index, Math.min(breaks[i + 1]?.index ?? limit, index + 80));
    if (kind === 'gap' ? isWhole || isShouted(next) : isWhole && (isShouted(next) || isNote(next))) return index;
  }
  return limit;
}

/** What the words around the citations say: nothing, that nothing was cited, or something that is not understood. */
function judge(body: Prose, rest: readonly Stretch[], cites: boolean): Pick<Cited, 'basis' | 'unread'> {
  const clauses = rest.flatMap(({ start, end }) => clausesIn(body.slice(start, end)));
  const told = clauses.filter(({ text }) => WORD.test(text) && !isForm(text));
  const unread = told.filter(({ text }) => !saysNothingCited(text));
  if (cites) return { basis: 'citations', unread };
  const denies = unread.length < told.length;
  // 'No guideline was cited. The decision rests on clinical experience.' names nothing in its second sentence either.
  if (denies && !unread.some(({ text }) => MAY_NAME.test(text))) return { basis: 'no-evidence', unread };
  return { basis: told.length === 0 ? 'empty' : 'unread', unread };
}

/** A letter or a figure: blanks, dashes and stops say nothing. */
const WORD = /[A-Za-z0-9]/;
/** A capital or a figure after the first word, as a title has them. */
const MAY_NAME =
  /[^.] (?!(?:Expert|Physician|Medical|Professional)? ?(?:Reviewer|Claims|Administrator)\b|I\b)[A-Z(]|\d/;

/** The sentences of a stretch, divided at semicolons too. */
function clausesIn(prose: Prose): readonly Prose[] {
  return sentencesIn(prose).flatMap(({ start, end }) => {
    const clauses: Prose[] = [];
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && prose.text[at] !== ';') continue;
      const clause = prose.slice(from, at);
      const leading = /^[\s,.:]+/.exec(clause.text)?.[0].length ?? 0;
      if (clause.length > leading) clauses.push(clause.slice(leading));
      from = at + 1;
    }
    return clauses;
  });
}

/** Where citations stand: behind the fixed words, which begin at `opening`. */
interface Passage extends Stretch {
  readonly kind: 'mtus' | 'free';
  readonly opening: number;
}

const isEmpty = ({ start, end }: Span): boolean => end <= start;

/** The fixed words before citations; the group that matched tells what follows. */
const OPENING = everywhere(
  /(\b(?:Decisions? (?:is |was )?based (?:up)?on )?Non-? ?MTUS Citations?\b[ :]*)|\b(Decisions? (?:is |was )?based (?:up)?on (?:the )?(?:CA |California )?MTUS\b[ :]*)|(\band Other Medical Treatment Guidelines?\b[ :]*)|(\bDecisions? (?:is |was )?based (?:up)?on )/i,
);

/** Fixed sentences before a citation: 'The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines.' */
const FORM =
  /^(?:(?:The )?(?:Claims Administrator|Expert Reviewer|Physician Reviewer|Reviewer) (?:based (?:their|his\/her|its) decision on recommendation|(?:did not|didn't|does not) base\b)[^.]{0,160}|Decisions? (?:is |was )?based (?:up)?on(?: Non-? ?MTUS Citations?)?|and Other Medical Treatment Guidelines?)[\s:.]*$/i;
const isForm = (sentence: string): boolean => FORM.test(sentence);

const MTUS_NAME = here(/(?:the )?(?:CA |California )?MTUS\b[ :]{0,9}/i);

function findPassages(text: string): readonly Passage[] {
  const openings = [...OPENING.in(text)];
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
  let from = 0;
  for (const { start, end } of readSentences(text)) if (isForm(text.slice(start, end))) from = end;
  const rest = trimmed(text, { start: from, end: text.length });
  if (rest.end <= rest.start || saysNothingCited(text.slice(rest.start, rest.end))) return [];
  const mtusEnd = MTUS_NAME.endAt(text, rest.start);
  if (mtusEnd >= 0 && !SAYS_OF_MTUS.test(text.slice(mtusEnd, mtusEnd + 20)))
    return [{ kind: 'mtus', opening: rest.start, start: mtusEnd, end: rest.end }];
  const name = GUIDELINE_NAME.exec(text.slice(rest.start, rest.end));
  if (name === null) return [];
  // Words that lead to a publisher's name are no work of their own; those before a web address are its title.
  const start = rest.start + (/^[OA]/i.test(name[0]) ? name.index : 0);
  return [{ kind: 'free', opening: start, start, end: rest.end }];
}

/** 'The MTUS has no chapter on this': a sentence about it, no citation. */
const SAYS_OF_MTUS = /^(?:guidelines? )?(?:is|are|was|were|has|have|had|does|do|did|not|none|n ?[/.] ?a|no)\b/i;

/** A part in free prose cites something only where it names one of these. */
const GUIDELINE_NAME = /\b(?:ODG|ACOEM|Official Disability Guidelines?|https?:\/\/|www\.)/i;

const kindAt = (text: string, at: number): Passage['kind'] => (MTUS_NAME.matchesAt(text, at) ? 'mtus' : 'free');
