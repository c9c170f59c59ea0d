import type { Tokens } from '../../../language/tokens.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Span } from '../../../text/span.ts';
import { oncePerPassage, passageOf } from '../../language.ts';
import type { Basis, Citation } from '../../model/determination.ts';
import { sentencesIn } from '../shared/sentences.ts';
import { endOfCited } from './afterCitation.ts';
import { readFreeCitations } from './freeCitations.ts';
import { isHandwritten } from './handwritten.ts';
import { readInWords } from './inWords/readInWords.ts';
import { CITATION_WORDS } from './inWords/words.ts';
import { readMtusCitations } from './mtusCitations.ts';
import { saysNothingCited } from './nothing/nothingCited.ts';
import { findPrinted, isForm } from './printedForm.ts';

/** What a guideline part says the decision relies on. */
export interface Cited {
  /** In the part's order. */
  readonly citations: readonly Citation[];
  readonly basis: Basis;
  /** The stretches that no grammar of citations reads, in order. */
  readonly unread: readonly Prose[];
}

/**
 * The guidelines that a guideline part cites, in the form that the letter's own system prints ('Decision based on MTUS ….
 * Decision based on Non-MTUS Citation … and Other Medical Treatment Guidelines ….') or in the writer's own words.
 */
export const readCited: (body: Prose) => Cited = oncePerPassage((passage) => citedIn(passage.prose(passage)));

function citedIn(body: Prose): Cited {
  const citations: Citation[] = [];
  const rest: Prose[] = [];
  const printed = findPrinted(body.text);
  const readWords = (start: number, end: number): void => {
    const words = readInWords(body.slice(start, end), printed.length > 0);
    citations.push(...words.citations);
    rest.push(...words.rest);
  };
  let from = 0;
  for (const { kind, opening, start, end } of printed) {
    readWords(from, opening);
    const citedEnd = saysNothingCited(body.slice(start, end))
      ? start
      : Math.min(endOfCited(body, kind, start, end), endOfParagraphs(body, start, end));
    const passage = body.slice(start, citedEnd);
    if (citedEnd > start && isHandwritten(passage, kind)) {
      // 'Decision based on MTUS …': the publisher is among the fixed words.
      readWords(kind === 'mtus' ? opening : start, end);
      from = end;
      continue;
    }
    const read = kind === 'mtus' ? readMtusCitations(passage) : readFreeCitations(passage);
    // 'Decision based on MTUS.' names no chapter: the citation is where those words are.
    for (const citation of read)
      citations.push(isEmpty(citation.span) ? { ...citation, span: body.span(opening, start) } : citation);
    readWords(citedEnd, end);
    from = end;
  }
  readWords(from, body.length);
  return { citations, ...judge(rest, citations.length > 0) };
}

const isEmpty = ({ start, end }: Span): boolean => end <= start;

const ENDS_SENTENCE = /[.?!]["'”’)\]]{0,2}$/;
/** 'DRAFT', 'NOT FOR DISTRIBUTION'. */
const isShouted = (words: string): boolean => /[A-Z]{4}/.test(words) && words === words.toUpperCase();

/** 'Note: …', 'cc: …'. */
function isNote(body: Prose, index: number): boolean {
  const passage = passageOf(body);
  return passage.reading.is(passage.from(body.from + index), CITATION_WORDS['citation note']);
}

/** Index at which the words that begin at `start` end: a paragraph apart, after a whole sentence or in capitals, is not a part of them. */
function endOfParagraphs(body: Prose, start: number, limit: number): number {
  const breaks = [...body.paragraphBreaks(start, limit)];
  for (const [i, { index, kind }] of breaks.entries()) {
    const isWhole = ENDS_SENTENCE.test(body.text.slice(Math.max(start, index - 8), index).trimEnd());
    const next = body.text.slice(index, Math.min(breaks[i + 1]?.index ?? limit, index + 80));
    if (kind === 'gap' ? isWhole || isShouted(next) : isWhole && (isShouted(next) || isNote(body, index))) return index;
  }
  return limit;
}

/** What the words around the citations say: nothing, that nothing was cited, or something that is not understood. */
function judge(rest: readonly Prose[], cites: boolean): Pick<Cited, 'basis' | 'unread'> {
  const clauses = rest.flatMap(clausesIn);
  const told = clauses.filter(({ text }) => WORD.test(text) && !isForm(text));
  const other = told.filter((clause) => !saysNothingCited(clause));
  const unread = other.filter(({ text }) => CONTENT.test(text));
  if (cites) return { basis: 'citations', unread };
  const denies = other.length < told.length;
  // 'No guideline was cited. The decision rests on clinical experience.' names nothing in its second sentence either.
  if (denies && !unread.some(mayName)) return { basis: 'no-evidence', unread };
  return { basis: told.length === 0 ? 'empty' : 'unread', unread };
}

/** A letter or a figure: blanks, dashes and stops say nothing. */
const WORD = /[A-Za-z0-9]/;
/** What may be of use to a person: not the lone 'The' that a paragraph of its own cuts off. */
const CONTENT = /[A-Za-z]{4}|[A-Z]{2}|\d/;
/** A capital or a figure after the first word, as a title has them: not those of 'I' and of whoever cites. */
function mayName(clause: Prose): boolean {
  const { reading, first, end } = passageOf(clause);
  const { tokens } = reading;
  for (let at = first; at < end; at++) {
    const person = reading.endOfClass(at, CITATION_WORDS['citation person']);
    if (person > at) at = person - 1;
    else if (tokens.isFigures(at)) return true;
    else if (at > first && !tokens.isGlued(at) && tokens.written(at - 1) !== '.' && begins(tokens, at)) return true;
  }
  return false;
}

/** A capital or a bracket. */
const begins = (tokens: Tokens, at: number): boolean =>
  tokens.written(at) === '(' || (tokens.isCapitalized(at) && tokens.written(at) !== 'I');

/** The sentences of a stretch, divided at semicolons too. */
function clausesIn(prose: Prose): readonly Prose[] {
  return sentencesIn(prose).flatMap((sentence) => {
    const clauses: Prose[] = [];
    let from = 0;
    for (let at = 0; at <= sentence.length; at++) {
      if (at < sentence.length && sentence.text[at] !== ';') continue;
      const clause = sentence.slice(from, at);
      const leading = /^[\s,.:]+/.exec(clause.text)?.[0].length ?? 0;
      if (clause.length > leading) clauses.push(clause.slice(leading));
      from = at + 1;
    }
    return clauses;
  });
}
