import { everywhere, here } from '../../../text/pattern.ts';
import type { Prose } from '../../../text/prose.ts';
import type { Citation } from '../../model/determination.ts';
import { behindBracket, type Stretch, trimmed } from './citationLists.ts';
import { readOtherCitations } from './otherCitations.ts';
import { beginsWithOdgChapter, readPublisherCitations } from './publisherCitations.ts';

/**
 * 'Decision based on Non-MTUS Citation …': typed by hand in no fixed form. The publishers' names in it divide it into
 * works; each work is read in its publisher's manner.
 */
export function readFreeCitations(prose: Prose): readonly Citation[] {
  return divideByPublisher(prose.text).flatMap(({ publisher, start, nameEnd, end }) => {
    const work = prose.slice(start, end);
    return publisher === 'other' ? readOtherCitations(work) : readPublisherCitations(work, publisher, nameEnd - start);
  });
}

const BY_MCG = '(?:,? ?(?:by MCG|\\(?MCG(?: Health)?\\)?))?';
const ODG_NAME = `(?:Work Loss Data Institute,? )?Official Disability Guid(?:e|ance)?-?lines?(?:[ -]{0,3}Treatment in Workers'? Comp(?:ensation)?)?(?: ?\\(ODG(?:[-/ ]TWC)?(?: by MCG)?\\)|,? ODG\\b)?${BY_MCG}|\\(ODG(?: by MCG)?\\)|\\bODG(?:[-/ ]TWC)?\\b${BY_MCG}(?: ?\\(Official Disability Guidelines?\\))?`;
const ACOEM_NAME =
  "(?:American College of Occupational (?:and|&) Environmental Medicine(?:'s)?(?: ?\\(ACOEM\\)|,? ACOEM\\b)?|\\bACOEM\\b)(?: Occupational Medicine)?(?: Practice)?(?= )|\\bOccupational Medicine Practice Guidelines?\\b|\\bACOEM\\b";
const PUBLISHER = everywhere(new RegExp(`(${ODG_NAME})|(${ACOEM_NAME})`, 'i'));

/** Words before a publisher's name that belong to it. */
const BEFORE_NAME = /(?:[\s,;]|\b(?:and|&|the|per|from)\b){1,20}$/i;
const SEPARATORS = here(/[ ,.;]{0,20}/);
const AUTHOR = /(?:^|[ ,.;])[A-Z][a-z]+ [A-Z]{1,2}\.,? ?(?:ed(?:itor)?s?\.,? ?)?$/;

/** The words about one publisher. `publisher` is 'other' where none is named; what is cited begins at `nameEnd`. */
interface PublishedWork extends Stretch {
  readonly publisher: 'ODG' | 'ACOEM' | 'other';
  readonly nameEnd: number;
}

function divideByPublisher(text: string): readonly PublishedWork[] {
  const { start, end } = trimmed(text, { start: 0, end: text.length });
  const names = publisherNames(text, start, end);
  const works: PublishedWork[] = [];
  const first = names[0]?.start ?? end;
  const lead = withoutTail(text, { start, end: first });
  if (lead.end > lead.start) {
    const publisher = beginsWithOdgChapter(text, lead) ? 'ODG' : 'other';
    works.push({ publisher, nameEnd: lead.start, ...lead });
  }
  for (const [i, name] of names.entries()) {
    const next = names[i + 1]?.start ?? end;
    works.push({
      publisher: name.publisher,
      nameEnd: name.end,
      ...withoutTail(text, { start: name.start, end: next }),
    });
  }
  return works;
}

interface PublisherName extends Stretch {
  readonly publisher: 'ODG' | 'ACOEM';
}

/** Publishers' names that begin a work: none inside brackets, and a second name right after the first is the same. */
function publisherNames(text: string, start: number, end: number): readonly PublisherName[] {
  const names: PublisherName[] = [];
  let searched = start;
  let openUntil = start;
  for (const match of PUBLISHER.in(text, start, end)) {
    const { index } = match;
    openUntil = Math.max(openUntil, lastBracketEnd(text, searched, index, end));
    searched = index;
    const nameEnd = index + match[0].length;
    const last = names.at(-1);
    if (index < openUntil) continue;
    const publisher = match[1] === undefined ? 'ACOEM' : 'ODG';
    if (last?.publisher === publisher && trimmed(text, { start: last.end, end: index }).end <= last.end + 1) continue;
    names.push({ publisher, start: withAuthor(text, start, index), end: nameEnd });
  }
  return names;
}

/** The furthest end of a bracket that opens between two indexes. */
function lastBracketEnd(text: string, from: number, to: number, end: number): number {
  let furthest = from;
  for (let i = from; i < to; i++) if (text[i] === '(') furthest = Math.max(furthest, behindBracket(text, i, end));
  return furthest;
}

/** 'Harris J. Occupational medicine practice guidelines': the author belongs to the work. */
function withAuthor(text: string, start: number, index: number): number {
  const author = AUTHOR.exec(text.slice(Math.max(start, index - 40), index));
  return author === null ? index : SEPARATORS.skip(text, index - author[0].length);
}

/** Without the 'and the' that leads to the next publisher. */
function withoutTail(text: string, { start, end }: Stretch): Stretch {
  const tail = BEFORE_NAME.exec(text.slice(Math.max(start, end - 20), end));
  return trimmed(text, { start, end: end - (tail?.[0].length ?? 0) });
}
