import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Determination } from '../determination/model/determination.ts';
import { sentenceAround } from '../determination/readers/shared/sentenceAround.ts';
import { isTherapy } from '../determination/readers/treatments/therapies.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import { findVisitCounts, type VisitCount } from '../determination/readers/visits/visits.ts';
import type { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';

/** Behind '2 times a week for 6 weeks' what it comes to, '= 12 visits', unless the letter says so beside it. */
export function inlayHints(letter: Determination, within: Range): InlayHint[] {
  const { lines } = letter.text;
  const from = lines.offsetAt(within.start);
  const to = lines.offsetAt(within.end);
  return places(letter)
    .filter(({ prose: { range } }) => range.start <= to && from <= range.end)
    .flatMap(({ prose, isRequest }) => hintsIn(letter, prose, isRequest));
}

/** What a frequency and a duration come to: '12 visits', '6-12 visits'; null where both are not told. */
export function computedWords({ perWeek, weeks }: VisitCount, source: string): string | null {
  if (perWeek === null || weeks === null) return null;
  const least = perWeek.value.min * weeks.value.min;
  const most = perWeek.value.max * weeks.value.max;
  // A month has four weeks and some days.
  const about = /mo/i.test(source.slice(weeks.span.start, weeks.span.end)) ? 'about ' : '';
  return `${about}${least === most ? most : `${least}-${most}`} ${most === 1 ? 'visit' : 'visits'}`;
}

interface Place {
  readonly prose: Prose;
  /** The heading of an issue about therapy, where a number needs no unit and no therapy beside it. */
  readonly isRequest: boolean;
}

function places({ issues, sections }: Determination): readonly Place[] {
  const summary = sections.filter(({ kind }) => kind === 'clinical-summary').map(({ body }) => body);
  const rationales = issues.flatMap(({ rationale }) => rationale?.body ?? []);
  const requests = issues
    .filter(({ visits }) => visits !== null)
    .flatMap(({ heading, request }) =>
      request.kind === 'whole'
        ? [heading]
        : [request.original, request.treatment, ...(request.authorized === null ? [] : [request.authorized])],
    );
  return [
    ...requests.map((prose) => ({ prose, isRequest: true })),
    ...[...summary, ...rationales].map((prose) => ({ prose, isRequest: false })),
  ];
}

function hintsIn({ text }: Determination, prose: Prose, isRequest: boolean): InlayHint[] {
  const counts = findVisitCounts(prose, { bareNumbers: isRequest });
  return counts.flatMap((count) => {
    const words = computedWords(count, text.source);
    if (words === null || isStated(count, counts) || !(isRequest || isOfTherapy(text, count))) return [];
    const position = text.lines.positionAt(count.span.end);
    return [{ position, label: words.startsWith('about') ? words : `= ${words}`, paddingLeft: true }];
  });
}

/** The total stands in the count itself, or as a count of its own nearby. */
function isStated(count: VisitCount, counts: readonly VisitCount[]): boolean {
  if (count.stated !== null) return true;
  return counts.some(
    ({ stated, start, end }) =>
      stated?.value.max === count.computed && start < count.end + NEARBY && count.start < end + NEARBY,
  );
}

/** In characters. */
const NEARBY = 120;

/** Of a home exercise done '3 times a week for 6 weeks' nobody counts visits. */
const isOfTherapy = (text: LetterText, { span }: VisitCount): boolean =>
  findTreatments(sentenceAround(text, span)).some(({ value }) => isTherapy(value.category));
