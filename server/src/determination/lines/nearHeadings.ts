/** Headings that were written with a typing error: 'CLINICAL CASE SUMARY', 'IMR ISSUES AND RATIONALES'. */
import type { LetterText } from '../../text/letterText.ts';
import { listMarkLength } from '../../text/listMarks.ts';
import { nearlyEqual } from '../../text/nearlyEqual.ts';
import type { Layout, SectionKind } from '../model/determination.ts';
import type { HeadingPlace } from './sectionHeadings.ts';

/** What the headings that every letter of a layout has should read like. */
const CORRECT: Readonly<Partial<Record<Layout, Readonly<Partial<Record<SectionKind, string>>>>>> = {
  C: { 'clinical-summary': 'CLINICAL CASE SUMMARY', issues: 'IMR DECISION(S) AND RATIONALE(S)' },
  D: {
    'how-made': 'HOW THE IMR FINAL DETERMINATION WAS MADE',
    'clinical-summary': 'CLINICAL CASE SUMMARY',
    issues: 'IMR ISSUES, DECISIONS AND RATIONALES',
  },
};

/**
 * Lines that are meant as a heading that is missing: for each missing kind, the nearest one, if one is near.
 * @param found the headings that are right
 */
export function findNearHeadings(
  text: LetterText,
  layout: Layout,
  found: readonly HeadingPlace[],
): readonly HeadingPlace[] {
  const places: HeadingPlace[] = [];
  for (const kind of KINDS) {
    const correct = CORRECT[layout]?.[kind];
    if (correct === undefined || found.some((place) => place.kind === kind)) continue;
    const nearest = nearestLine(text, found, correct);
    if (nearest !== null) places.push({ kind, correct, ...nearest });
  }
  return places;
}

const KINDS: readonly SectionKind[] = ['how-made', 'clinical-summary', 'issues'];

type Line = Omit<HeadingPlace, 'kind' | 'correct'>;

/** A heading has no more characters than this, with every letter spaced. */
const LONGEST_HEADING = 100;

/** The line, or two lines where the heading wraps, that come nearest. */
function nearestLine(
  { folded, foldedLines }: LetterText,
  found: readonly HeadingPlace[],
  correct: string,
): Line | null {
  let nearest: Line | null = null;
  let best = 1;
  for (let i = 0; i < foldedLines.count; i++) {
    const { start: lineStart } = foldedLines.line(i);
    if (found.some((place) => place.start <= lineStart && lineStart < place.end)) continue;
    const start = lineStart + listMarkLength(folded.text, lineStart);
    for (const last of [i, i + 1]) {
      const { end } = foldedLines.line(last);
      if (end <= start || end - start > LONGEST_HEADING) continue;
      const words = folded.text.slice(start, end);
      const difference = isHeading(words) ? differenceOf(words, correct) : 1;
      if (difference < best) [nearest, best] = [{ lineStart, start, end }, difference];
    }
  }
  return nearest;
}

/** All in capitals, or every word of weight with one; no sentence, no label with what it labels. */
function isHeading(words: string): boolean {
  const [first = '', ...others] = words.match(/[A-Za-z]{4,}/g) ?? [];
  if (/[a-z]{2}[.;,]$|: ?\S/.test(words)) return false;
  return words === words.toUpperCase() || [first, ...others].every((word) => /^[A-Z]/.test(word));
}

/** A share of the letters that differ up to this is a typing error. */
const SLIPS = 0.16;
/** Where words are left out, at least this share of the letters is there. */
const LEAST_SHARE = 0.6;

/** From 0, for a heading that is right except for its blanks and marks, to 1, for a line that is not a heading. */
function differenceOf(words: string, correct: string): number {
  const [written, meant] = [lettersOf(words), lettersOf(correct)];
  for (let slips = 0; slips <= SLIPS * meant.length; slips++) {
    if (nearlyEqual(written, meant, slips)) return slips / meant.length;
  }
  return holdsWords(words, correct) && written.length >= LEAST_SHARE * meant.length
    ? 1 - written.length / meant.length
    : 1;
}

const lettersOf = (words: string): string => words.toUpperCase().replace(/[^A-Z]/g, '');

/** Words that distinguish no heading from another. */
const SMALL = new Set(['AND', 'THE', 'WAS', 'OF', 'HOW']);

/** Every word is one of the heading's, in its order, or nearly, and two at least carry weight. */
function holdsWords(words: string, correct: string): boolean {
  const meant = correct.toUpperCase().match(/[A-Z]+/g) ?? [];
  let from = 0;
  let weight = 0;
  for (const word of words.toUpperCase().match(/[A-Z]+/g) ?? []) {
    const at = meant.findIndex(
      (each, i) => i >= from && nearlyEqual(word, each, each.length >= 6 ? 2 : each.length >= 4 ? 1 : 0),
    );
    if (at < 0) return false;
    from = at + 1;
    if (!SMALL.has(word)) weight++;
  }
  return weight >= 2;
}
