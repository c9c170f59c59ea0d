import { ENGLISH } from '../../../../language/lexicon/english.ts';
import type { TokenRange } from '../../../../language/reading.ts';
import type { Group } from './groups.ts';
import type { Head } from './heads.ts';
import type { Scanner } from './scanner.ts';

/**
 * Whether a guideline that is named is cited: not where it is denied ('did not rely on the ODG'), put aside ('instead of
 * the MTUS'), or is only a publisher about which something is said ('the MTUS is silent', 'outside the MTUS').
 * @param citedEnd the position after the guideline that was cited last in the sentence; -1 where none was
 */
export function isCited(
  scanner: Scanner,
  head: Head,
  groups: readonly Group[],
  sentence: TokenRange,
  citedEnd: number,
): boolean {
  const before = wordsBefore(scanner, head, groups, sentence);
  if (before.putsAside || (before.denies && !before.leavesAside)) return false;
  const isBare = head.title === null && groups.every(({ first, end }) => first === end);
  return (
    !isBare ||
    (!before.leavesAside &&
      (before.cites || isListed(scanner, citedEnd, head.first)) &&
      endsThere(scanner, head.end, sentence.end))
  );
}

interface Before {
  /** It is named where others than it are meant: 'outside', 'other than'. */
  readonly leavesAside: boolean;
  readonly putsAside: boolean;
  readonly denies: boolean;
  /** A word that introduces citations comes before it, or only names do. */
  readonly cites: boolean;
}

/** How many tokens before a guideline are looked at. */
const REACH = 14;

function wordsBefore(scanner: Scanner, head: Head, groups: readonly Group[], sentence: TokenRange): Before {
  const { tokens } = scanner;
  const from = Math.min(head.first, ...groups.map(({ first }) => first));
  let leavesAside = false;
  let putsAside = false;
  let isDenied = false;
  let cites = false;
  let hasProse = false;
  let isSameClause = true;
  for (let at = from - 1; at >= Math.max(sentence.first, from - REACH); at--) {
    const mark = scanner.written(at);
    if (mark === ';') break;
    if (mark === ',' || mark === ':' || mark === '(') isSameClause = false;
    if (scanner.is(at, 'citation cites')) cites = true;
    if (tokens.isWord(at) && !tokens.isCapitalized(at) && !isSmall(scanner, at)) hasProse = true;
    if (!isSameClause) continue;
    const reach = from - at;
    if (scanner.is(at, 'citation leaves aside')) leavesAside = true;
    if (scanner.is(at, 'citation puts aside') && reach <= 4) putsAside = true;
    if (scanner.endOfClass(at, ENGLISH.negation) > 0 && (cites || reach <= 4)) isDenied = true;
    if (scanner.is(at, 'citation joins') || scanner.endOfClass(at, ENGLISH.contrast) > 0)
      isSameClause = isSameClause && !cites;
  }
  return { leavesAside, putsAside, denies: isDenied, cites: cites || !hasProse };
}

const isSmall = (scanner: Scanner, at: number): boolean =>
  scanner.is(at, 'citation joins') ||
  scanner.is(at, 'citation begins no title') ||
  scanner.is(at, 'citation guideline');

/** ', and (ACOEM)': one more of a list of what is cited. */
function isListed(scanner: Scanner, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (from < 0 || !(scanner.isSeparator(at) || isSmall(scanner, at))) return false;
  return from >= 0;
}

/** Nothing is said about it: a stop, a comma, or another name follows. */
function endsThere(scanner: Scanner, at: number, end: number): boolean {
  if (at >= end) return true;
  const { tokens } = scanner;
  const next = scanner.isSeparator(at) ? at + 1 : at;
  if (next >= end) return true;
  if (scanner.is(next, 'citation joins'))
    return tokens.isCapitalized(next + 1) || scanner.is(next + 1, 'citation begins no title');
  // 'ODG, no section given.'
  const tellsNone = scanner.written(at) === ',' && NONE_GIVEN.has(scanner.written(next));
  return next > at && (tokens.isCapitalized(next) || tellsNone);
}

const NONE_GIVEN: ReadonlySet<string> = new Set(['no', 'without']);
