import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Determination, VisitCount } from '../determination/model/determination.ts';
import { sentenceAround } from '../determination/readers/shared/sentences.ts';
import { isTherapy } from '../determination/readers/treatments/therapies.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import type { LetterText } from '../text/letterText.ts';
import type { Span } from '../text/span.ts';

/** After '2 times a week for 6 weeks' what it comes to, '= 12 visits', unless the letter says so beside it. */
export function inlayHints(letter: Determination, within: Range): InlayHint[] {
  const { lines } = letter.text;
  const from = lines.offsetAt(within.start);
  const to = lines.offsetAt(within.end);
  return places(letter)
    .filter(({ range }) => range.start <= to && from <= range.end)
    .flatMap((place) => hintsIn(letter, place));
}

/** What a frequency and a duration come to: '12 visits', '6-12 visits'; null where one of them is missing. */
export function computedWords({ perWeek, weeks }: VisitCount, source: string): string | null {
  if (perWeek === null || weeks === null) return null;
  const least = perWeek.value.min * weeks.value.min;
  const most = perWeek.value.max * weeks.value.max;
  // A month is four weeks and a few days.
  const about = /mo/i.test(source.slice(weeks.span.start, weeks.span.end)) ? 'about ' : '';
  return `${about}${least === most ? most : `${least}-${most}`} ${most === 1 ? 'visit' : 'visits'}`;
}

interface Place {
  readonly range: Span;
  readonly counts: () => readonly VisitCount[];
  /** The heading of an issue about therapy, where no therapy need be named beside a number. */
  readonly isRequest: boolean;
}

function places(letter: Determination): readonly Place[] {
  const { issues, sections } = letter;
  const headings = issues
    .filter(({ visits }) => visits !== null)
    .map((issue): Place => ({ range: issue.heading.range, counts: () => issue.visitCounts, isRequest: true }));
  const summary = sections
    .filter(({ kind }) => kind === 'clinical-summary')
    .map(({ body }): Place => ({ range: body.range, counts: () => letter.visitCounts, isRequest: false }));
  const rationales = issues
    .flatMap(({ rationale }) => rationale ?? [])
    .map((rationale): Place => ({ range: rationale.range, counts: () => rationale.visitCounts, isRequest: false }));
  return [...headings, ...summary.slice(0, 1), ...rationales];
}

function hintsIn({ text }: Determination, { counts, isRequest }: Place): InlayHint[] {
  const all = counts();
  return all.flatMap((count) => {
    const words = computedWords(count, text.source);
    if (words === null || isStated(count, all) || !(isRequest || isOfTherapy(text, count))) return [];
    const position = text.lines.positionAt(count.span.end);
    return [{ position, label: words.startsWith('about') ? words : `= ${words}`, paddingLeft: true }];
  });
}

/** The total is in the count itself, or as a count of its own nearby. */
function isStated(count: VisitCount, counts: readonly VisitCount[]): boolean {
  if (count.stated !== null) return true;
  return counts.some(
    ({ stated, span }) =>
      stated?.value.max === count.computed &&
      span.start < count.span.end + NEARBY &&
      count.span.start < span.end + NEARBY,
  );
}

/** In UTF-16 code units of the letter. */
const NEARBY = 120;

/** A home exercise '3 times a week for 6 weeks' is not a number of visits. */
const isOfTherapy = (text: LetterText, { span }: VisitCount): boolean =>
  findTreatments(sentenceAround(text, span)).some(({ value }) => isTherapy(value.category));
