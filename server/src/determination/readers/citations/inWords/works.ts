import type { CitationSource } from '../../../model/determination.ts';
import { TREATMENTS } from '../../treatments/vocabulary.ts';
import { authorsAt } from './authors.ts';
import type { Scanner } from './scanner.ts';
import { volumeAt } from './volumes.ts';

/** What says that a run of capitals is the name of a work: a society, a journal, a law, a label, a web address. */
export type WorkKind = Extract<CitationSource, 'other' | 'journal' | 'FDA'>;

/**
 * Whether a work of another publisher begins at a capital: within its first words a college, a journal, a code of law or
 * the like is named, or authors are. Null where none does.
 */
export function workAt(scanner: Scanner, at: number, limit: number): WorkKind | null {
  const { tokens } = scanner;
  if (isAddress(scanner, at)) return 'other';
  if (isLabelOfDrug(scanner, at)) return 'other';
  if (!tokens.isCapitalized(at) && !(tokens.isFigures(at) && scanner.is(at + 1, 'citation law'))) return null;
  // 'Section 12 of the Labor Code': a place in what is named after it.
  const label = Math.max(scanner.endOfLabelWord(at), scanner.skip(at, 'citation numbered place'));
  if (label > at && tokens.isFigures(label)) return null;
  if (authorsAt(scanner, at) !== null) return 'journal';
  if (scanner.is(at, 'citation begins no title') || scanner.is(at, 'citation person')) return null;
  return endOfDrug(scanner, at, limit) > at ? 'other' : namedWorkAt(scanner, at, limit);
}

/** 'the label for Lyrica', 'prescribing information of …'. */
function isLabelOfDrug(scanner: Scanner, at: number): boolean {
  const end = scanner.skip(at, 'citation label of a drug');
  return end > at && (scanner.is(end, 'citation leads to a place') || scanner.is(end, 'citation belongs to'));
}

/** The position of the label that a drug is named before: 'Lyrica (pregabalin), package insert'; `at` where none is. */
export function endOfDrug(scanner: Scanner, at: number, limit: number): number {
  const { tokens } = scanner;
  let end = at;
  while (end < at + LONGEST_DRUG && tokens.isWord(end) && !scanner.is(end, 'citation label of a drug')) end++;
  const bracket = scanner.written(end) === '(' ? scanner.endOfBracket(end, limit) : end;
  if (bracket === end && !DRUG_MARKS.has(scanner.written(end))) return at;
  const mark = DRUG_MARKS.has(scanner.written(bracket)) ? bracket + 1 : bracket;
  const label = scanner.skipAll(mark, 'citation highlights', 3);
  return label < limit && scanner.is(label, 'citation label of a drug') ? label : at;
}

const DRUG_MARKS: ReadonlySet<string> = new Set([',', ':', '-', '–', '—']);
/** Words before the bracket or comma. */
const LONGEST_DRUG = 4;

function namedWorkAt(scanner: Scanner, at: number, limit: number): WorkKind | null {
  const { tokens } = scanner;
  let kind: WorkKind | null = null;
  let names = 0;
  let hasAcronym = false;
  let named = at;
  const stop = Math.min(limit, at + LONGEST_NAME);
  for (let t = at; t < stop; t++) {
    if (tokens.isMark(t)) {
      if (JOINTS.has(scanner.written(t))) continue;
      if (t > at && scanner.written(t) === ',' && scanner.begins(t + 1)) names++;
      break;
    }
    // 'Spine 2010;35(2):12-19'.
    if (t > at && scanner.isYear(t) && volumeAt(scanner, t + 1, limit) !== null) return 'journal';
    const isName = tokens.isCapitalized(t) || tokens.isFigures(t);
    if (!isName && !isSmallWord(scanner, t)) {
      if (scanner.is(t, 'citation label of a drug')) return names > 0 ? (kind ?? 'other') : null;
      if (hasAcronym && scanner.is(t, 'citation guideline')) return 'other';
      break;
    }
    if (!isName) continue;
    if (scanner.publisherAt(t, limit) !== null) break;
    names++;
    // The bulletin of a 'Policy Bulletin' is no journal.
    const work = scanner.skip(t, 'citation work');
    // 'Manual Therapy' is none.
    if (work > t && t > at && !(tokens.isWord(work) && tokens.isCapitalized(work))) kind ??= 'other';
    named = Math.max(named, work);
    if (t >= named && scanner.is(t, 'citation journal')) kind = 'journal';
    if (NAMING_WORKS.some((name) => scanner.is(t, name)) || scanner.endOfShortLaw(t) > t) kind ??= 'other';
    if (hasAcronym && scanner.is(t, 'citation guideline')) kind ??= 'other';
    hasAcronym ||= isAcronym(scanner, t);
  }
  // 'The College said so': a word alone names no work.
  return names > 1 ? kind : null;
}

const NAMING_WORKS = ['citation institution', 'citation law', 'citation label of a drug'] as const;

/** 'ACR', 'AHA' as of a society; not 'TENS' and 'MRI'. */
function isAcronym(scanner: Scanner, at: number): boolean {
  const { tokens } = scanner;
  const length = tokens.end(at) - tokens.start(at);
  if (!tokens.isCapitals(at) || length < 3 || length > 6) return false;
  return !TREATMENTS.some((each) => scanner.endOfClass(at, each) > at);
}

const LONGEST_NAME = 14;
const JOINTS: ReadonlySet<string> = new Set(['-', '&', '.', '/', "'"]);

/** 'of', 'for the', 'and' between the words of a name; a possessive 's. */
const isSmallWord = (scanner: Scanner, at: number): boolean =>
  scanner.tokens.isPossessive(at) ||
  scanner.is(at, 'citation joins') ||
  scanner.is(at, 'citation belongs to') ||
  scanner.is(at, 'citation leads to a place');

export function isAddress(scanner: Scanner, at: number): boolean {
  const written = scanner.tokens.lower(at);
  return written === 'www' || written === 'http' || written === 'https';
}

/** The position after a web address that begins at a token: no blank, comma, bracket or last full stop is in it. */
export function endOfAddress(scanner: Scanner, at: number): number {
  const { tokens } = scanner;
  let end = at + 1;
  while (end < tokens.count && tokens.isGlued(end) && !AFTER_ADDRESS.has(scanner.written(end))) end++;
  while (end > at + 1 && scanner.written(end - 1) === '.') end--;
  return end;
}

const AFTER_ADDRESS: ReadonlySet<string> = new Set([',', ';', '(', ')', '"', '”']);
