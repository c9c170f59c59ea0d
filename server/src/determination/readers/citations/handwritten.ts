import type { Passage } from '../../../language/reading.ts';
import type { Prose } from '../../../text/prose.ts';
import { passageOf } from '../../language.ts';
import { authorsAt } from './inWords/authors.ts';
import { Scanner } from './inWords/scanner.ts';
import { volumeAt } from './inWords/volumes.ts';
import { workAt } from './inWords/works.ts';

/**
 * Whether what comes after the fixed words of the letter's own system is written by hand: it leads to a place by a word
 * that the system does not print ('topic', 'heading', 'sections 5.1 and 8.5'), or goes on with a law, a drug label, a
 * journal, or another publisher's work. Such a passage is read as words are.
 */
export function isHandwritten(prose: Prose, kind: 'mtus' | 'free'): boolean {
  const passage = passageOf(prose);
  const scanner = new Scanner(passage);
  if (kind === 'mtus' && scanner.pagesAt(passage.first, passage.end) !== null) return true;
  for (let at = passage.first; at < passage.end; at++) {
    if (isTelling(scanner, passage, at)) return true;
    if (at > passage.first && begins(scanner, at) && isAnother(scanner, passage, at, kind)) return true;
  }
  return false;
}

function isTelling(scanner: Scanner, { first, end }: Passage, at: number): boolean {
  const { tokens } = scanner;
  if (scanner.is(at, 'citation law') || scanner.endOfShortLaw(at) > at) return true;
  if (scanner.isYear(at) && volumeAt(scanner, at + 1, end) !== null) return true;
  if (scanner.is(at, 'citation label of a drug') && isOfFda(scanner, first, end)) return true;
  if (tokens.isCapitalized(at) && scanner.written(at - 1) === ';' && authorsAt(scanner, at)?.areMany === true)
    return true;
  // 'Chronic Pain 2017, see Opioids'
  const lead = scanner.written(at - 1) === ',' ? scanner.skip(at, 'citation leads to a place') : at;
  if (lead > at && !tokens.isCapitalized(at) && tokens.isCapitalized(lead)) return true;
  const label = scanner.skip(at, 'citation place');
  if (label === at || tokens.isGlued(at)) return false;
  // 'Section(s):' is the system's, 'the Knee section' a chapter's, 'Topic 969' a web page's.
  return scanner.is(at, 'citation printed place') === tokens.isFigures(label);
}

function isOfFda(scanner: Scanner, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (scanner.publisherAt(at, end)?.publisher === 'FDA') return true;
  return false;
}

/** After a comma, a semicolon or 'and'. */
const begins = (scanner: Scanner, at: number): boolean =>
  scanner.written(at - 1) === ';' || scanner.written(at - 1) === ',' || scanner.is(at - 1, 'citation joins');

function isAnother(scanner: Scanner, { end }: Passage, at: number, kind: 'mtus' | 'free'): boolean {
  const name = scanner.publisherAt(at, end);
  // The system prints the MTUS first.
  if (kind === 'free') return name?.publisher === 'MTUS';
  if (name !== null) return name.publisher === 'ODG' || name.publisher === 'FDA';
  return scanner.tokens.isCapitalized(at) && workAt(scanner, at, end) !== null;
}
