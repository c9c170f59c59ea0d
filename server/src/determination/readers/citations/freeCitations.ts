import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import type { Citation } from '../../model/determination.ts';
import type { Stretch } from './citationLists.ts';
import { Scanner } from './inWords/scanner.ts';
import { PUBLISHER_NAMES } from './inWords/words.ts';
import { readOtherCitations } from './otherCitations.ts';
import { beginsWithOdgChapter, readPublisherCitations } from './publisherCitations.ts';

/**
 * 'Decision based on Non-MTUS Citation …': typed by hand in no fixed form. The publishers' names in it divide it into
 * works; each work is read in its publisher's manner.
 */
export function readFreeCitations(prose: Prose): readonly Citation[] {
  return new Divider(prose).works().flatMap(({ publisher, start, nameEnd, end }) => {
    const work = prose.slice(start, end);
    return publisher === 'other' ? readOtherCitations(work) : readPublisherCitations(work, publisher, nameEnd - start);
  });
}

/** The words about one publisher. `publisher` is 'other' where none is named; what is cited begins at `nameEnd`. */
interface PublishedWork extends Stretch {
  readonly publisher: 'ODG' | 'ACOEM' | 'other';
  readonly nameEnd: number;
}

/** A name that begins a work, in tokens; with its author, who comes before it. */
interface Name {
  readonly publisher: 'ODG' | 'ACOEM';
  readonly first: number;
  readonly end: number;
}

/** In tokens. */
const LONGEST_NAME_TAIL = 4;
const LONGEST_JOINT = 8;

/** Divides a text by the publishers that it names. */
class Divider {
  readonly #prose: Prose;
  readonly #scanner: Scanner;
  readonly #first: number;
  readonly #end: number;

  constructor(prose: Prose) {
    const passage = passageOf(prose);
    this.#prose = prose;
    this.#scanner = new Scanner(passage);
    this.#first = passage.first;
    this.#end = passage.end;
  }

  works(): readonly PublishedWork[] {
    const names = this.#names();
    const lead = this.#stretch(this.#first, this.#endBefore(names[0]?.first ?? this.#end));
    const works: PublishedWork[] = [];
    if (lead.end > lead.start) {
      const publisher = beginsWithOdgChapter(this.#prose.text, lead) ? 'ODG' : 'other';
      works.push({ publisher, start: lead.start, nameEnd: lead.start, end: lead.end });
    }
    for (const [i, { publisher, first, end }] of names.entries()) {
      const work = this.#stretch(first, this.#endBefore(names[i + 1]?.first ?? this.#end));
      const nameEnd = this.#scanner.passage.indexAfter(end - 1) - this.#prose.from;
      works.push({ publisher, start: work.start, nameEnd, end: Math.max(nameEnd, work.end) });
    }
    return works;
  }

  #stretch(first: number, end: number): Stretch {
    return this.#scanner.trimmedIn(this.#prose, { first, end });
  }

  /** The names that begin works: none within brackets. */
  #names(): readonly Name[] {
    const scanner = this.#scanner;
    const names: Name[] = [];
    for (let at = this.#first; at < this.#end; at++) {
      const name = this.#nameAt(at);
      if (name !== null) {
        names.push({ ...name, first: this.#withAuthor(name.first) });
        at = name.end - 1;
      } else if (scanner.written(at) === '(') at = Math.max(at + 1, scanner.endOfBracket(at, this.#end)) - 1;
    }
    return names;
  }

  /** A publisher's name with its other names: 'Official Disability Guidelines (ODG) by MCG'. */
  #nameAt(at: number): Name | null {
    const bracketed = this.#endOfBracketedName(at, null);
    const first = this.#publisherAt(bracketed > at ? at + 1 : at);
    if (first === null) return null;
    const { publisher } = first;
    let end = bracketed > at ? bracketed : this.#scanner.endOfPossessive(first.end);
    for (let i = 0; i < LONGEST_NAME_TAIL; i++) {
      const next = this.#endOfOtherName(end, publisher);
      if (next === end) break;
      end = next;
    }
    return { publisher, first: at, end };
  }

  #publisherAt(at: number): { readonly publisher: 'ODG' | 'ACOEM'; readonly end: number } | null {
    const mention = this.#scanner.reading.mentionAt(at, PUBLISHER_NAMES);
    if (mention === null || mention.end > this.#end) return null;
    const { value, end } = mention;
    return value === 'ODG' || value === 'ACOEM' ? { publisher: value, end } : null;
  }

  #endOfOtherName(at: number, publisher: Name['publisher']): number {
    const bracketed = this.#endOfBracketedName(at, publisher);
    if (bracketed > at) return bracketed;
    const next = JOINTS.has(this.#scanner.written(at)) ? at + 1 : at;
    const name = this.#publisherAt(next);
    if (name?.publisher === publisher) return name.end;
    const health = this.#scanner.skip(next, 'citation publisher of the ODG');
    return publisher === 'ODG' && health > next ? Math.min(health, this.#end) : at;
  }

  /** '(ODG)', '(ODG by MCG)', '(MCG Health)'; `at` where no bracket holds such a name alone. */
  #endOfBracketedName(at: number, publisher: Name['publisher'] | null): number {
    const scanner = this.#scanner;
    if (scanner.written(at) !== '(') return at;
    const name = this.#publisherAt(at + 1);
    if (name === null && publisher !== 'ODG') return at;
    if (name !== null && publisher !== null && name.publisher !== publisher) return at;
    let end = name?.end ?? at + 1;
    if (JOINTS.has(scanner.written(end))) end++;
    end = scanner.skipAll(end, 'citation after a publisher', 2);
    return end > at + 1 && end < this.#end && scanner.written(end) === ')' ? end + 1 : at;
  }

  /** 'Harris J. Occupational medicine practice guidelines': the author belongs to the work. */
  #withAuthor(first: number): number {
    const scanner = this.#scanner;
    const { tokens } = scanner;
    let at = this.#beforeStops(first);
    const editor = at - 1;
    if (editor > this.#first && scanner.is(editor, 'citation editor')) at = this.#beforeStops(editor);
    const initials = at - 1;
    const isAuthor =
      initials > this.#first &&
      tokens.isCapitals(initials) &&
      tokens.end(initials) - tokens.start(initials) <= 2 &&
      scanner.written(at) === '.' &&
      tokens.isCapitalized(initials - 1) &&
      !tokens.isCapitals(initials - 1);
    return isAuthor ? initials - 1 : first;
  }

  /** The position before a full stop and a comma that end right before a token. */
  #beforeStops(end: number): number {
    let at = end;
    while (at > Math.max(this.#first, end - 2) && STOPS.has(this.#scanner.written(at - 1))) at--;
    return at;
  }

  /** Without the 'and the' that leads to the next publisher. */
  #endBefore(next: number): number {
    const scanner = this.#scanner;
    let end = next;
    const floor = Math.max(this.#first, next - LONGEST_JOINT);
    while (end > floor && (LEADS.has(scanner.written(end - 1)) || scanner.is(end - 1, 'citation leads to a publisher')))
      end--;
    return end;
  }
}

const JOINTS: ReadonlySet<string> = new Set([',', '-', '/']);
const STOPS: ReadonlySet<string> = new Set(['.', ',']);
const LEADS: ReadonlySet<string> = new Set([',', ';', '&']);
