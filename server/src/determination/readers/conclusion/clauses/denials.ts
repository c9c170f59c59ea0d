import type { Reading, TokenRange } from '../../../../language/reading.ts';
import type { VerbGroup } from '../../../../language/verbGroup.ts';
import { type Heading, isNamed } from '../about/referent.ts';
import type { Position } from '../rows/constructions.ts';
import { isOnlySome } from '../rows/requirements.ts';
import { isObjectDenied } from './object.ts';
import type { Subject } from './subject.ts';

/** A deciding word, and what may deny it. */
interface Denied {
  readonly position: Position;
  readonly group: VerbGroup;
  /** What it is said of. */
  readonly subject: Subject;
  /** Who judges it: 'Nobody finds it necessary'; null where nobody is said to. */
  readonly judge: Subject | null;
  /** What follows the word in its clause. */
  readonly object: TokenRange;
  readonly heading: Heading;
}

/** How many times a word is denied: by its verb group, by its subject ('only two criteria'), and by its object ('none of them'). */
export function denialsOf(reading: Reading, { position, group, subject, judge, object, heading }: Denied): number {
  const isOfSome = !subject.isDenied && isOnlySome(reading, subject, group);
  const isOfNone = subject.isDenied || judge?.isDenied === true;
  const hasNone = isActing(position) && isObjectDenied(reading, object.first, object.end);
  const isInstead = isInsteadOfIt(reading, isActing(position) ? object : subject, heading);
  return group.negations + [isOfSome, isOfNone, hasNone, isInstead].filter(Boolean).length;
}

/** 'Rest rather than a scan', 'a film instead of a scan', where a scan is asked for. */
export function isInsteadOfIt(reading: Reading, { first, end }: TokenRange, { words }: Heading): boolean {
  for (let at = first; at < Math.min(end, first + FARTHEST); at++) {
    if (!INSTEAD.has(reading.tokens.lower(at)) || !THAN.has(reading.tokens.lower(at + 1))) continue;
    return isNamed(reading, { first: at + 2, end }, words) && !isNamed(reading, { first, end: at }, words);
  }
  return false;
}

/** In tokens. */
const FARTHEST = 12;
const INSTEAD: ReadonlySet<string> = new Set(['rather', 'instead']);
const THAN: ReadonlySet<string> = new Set(['than', 'of']);

/** A verb that says what somebody does. */
export const isActing = (position: Position): boolean => position === 'active' || position === 'command';

/** 'is necessary', 'was approved' */
export const isPassive = (position: Position): boolean => position === 'predicate' || position === 'passive';
