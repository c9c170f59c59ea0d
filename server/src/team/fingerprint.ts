/** What findings are known by, so that one that was put aside stays aside. */

import type { FormerPlace, Report } from '../checking/rule.ts';
import type { Determination, DisputedIssue } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import type { Span } from '../text/span.ts';
import { printV1, type Stretch, V1, V1Letter } from './fingerprintV1.ts';

/** The version that is written. Every version that was ever written is read. */
export const FINGERPRINT_VERSION = V1;

/** What a fingerprint is asked of. */
export type Fingerprinted = Pick<Report, 'rule' | 'span' | 'issue' | 'related' | 'formerly'>;

/**
 * What a finding is known by as long as its words stay the same: a hash of the rule, the treatment of its issue, its
 * words, the sentence around them and the words they disagree with. Line ends, blank lines, page breaks, punctuation and
 * all other edits of the letter do not matter, nor does the position of the issue. It cannot be read back.
 */
export function fingerprint(letter: Determination, report: Fingerprinted): string {
  return printOf(letter, report, ownPlace(report));
}

/** The fingerprints of the places that the rule itself names as its former ones, the latest first. */
export function formerFingerprints(letter: Determination, report: Fingerprinted): readonly string[] {
  return (report.formerly ?? []).map((place) => printOf(letter, report, place));
}

/**
 * The fingerprints, likeliest first, by which an earlier version of the program may have known the same finding when its
 * reader of letters took another treatment, heading or part to be around it, or found a citation a few words longer or
 * shorter. All are about these very words of the letter, or about former places that the rule names.
 */
export function guessedFingerprints(letter: Determination, report: Fingerprinted): readonly string[] {
  const v1 = frozen(letter.text);
  const treatments = distinct(treatmentsOf(letter, report), (treatment) => v1.treatment(treatment));
  const prints: string[] = [];
  const readings = [ownPlace(report), ...(report.formerly ?? [])].map(
    ({ rule = report.rule.name, span, related = [] }) => ({
      rule,
      span,
      words: v1.words(span),
      spans: related,
      related: related.map((each) => v1.words(each)),
      sentences: distinct(containersOf(letter, span), (each) => v1.sentence(each, span.start)),
    }),
  );
  // First those where one of the two was read otherwise, then those of near words, then both.
  for (const distance of [1, 2]) {
    for (const { rule, words, related, sentences } of readings) {
      for (const [i, treatment] of treatments.entries()) {
        for (const [k, sentence] of sentences.entries()) {
          if (Math.sign(i) + Math.sign(k) !== distance) continue;
          if (prints.length >= MOST_GUESSES) return prints;
          prints.push(printV1({ rule, words, related, treatment, sentence }));
        }
      }
    }
    if (distance > 1) continue;
    const [treatment = ''] = treatments;
    for (const {
      rule,
      span,
      words,
      spans,
      related,
      sentences: [sentence = ''],
    } of readings) {
      const base = { rule, treatment, sentence, words, related };
      const near = v1.wordsNear(span).map((each) => ({ ...base, words: each }));
      const nearRelated = spans.flatMap((each, i) =>
        v1.wordsNear(each).map((other) => ({ ...base, related: related.with(i, other) })),
      );
      for (const each of [...nearRelated, ...near]) {
        if (prints.length >= MOST_GUESSES) return prints;
        prints.push(printV1(each));
      }
    }
  }
  return prints;
}

const distinct = <T>(values: readonly T[], text: (value: T) => string): readonly string[] => [
  ...new Set(values.map(text)),
];

const ownPlace = ({ span, related = [] }: Fingerprinted): FormerPlace => ({
  span,
  related: related.map((each) => each.span),
});

function printOf(letter: Determination, report: Fingerprinted, place: FormerPlace): string {
  const { rule = report.rule.name, span, related = [], issue = report.issue } = place;
  const v1 = frozen(letter.text);
  return printV1({
    rule,
    treatment: v1.treatment(issueOf(letter, issue)?.request.treatment.range ?? null),
    words: v1.words(span),
    sentence: v1.sentence(containerOf(letter, span), span.start),
    related: related.map((each) => v1.words(each)),
  });
}

const MOST_GUESSES = 160;

/** The names of the rules, its own first, that may have put a finding aside. */
export const formerRules = ({ rule, formerly = [] }: Fingerprinted): readonly string[] => [
  ...new Set([rule.name, ...formerly.flatMap((place) => place.rule ?? [])]),
];

/** One for each letter, made when it is needed. */
const frozen = (text: LetterText): V1Letter => text.reads.once(readFrozen, text);

const readFrozen = ({ source }: LetterText): V1Letter => new V1Letter(source);

const issueOf = ({ issues }: Determination, index: number | null): DisputedIssue | null =>
  index === null ? null : (issues[index] ?? null);

const holds = ({ start, end }: Stretch, offset: number): boolean => start <= offset && offset < end;

/** The heading, part or section that a span begins in. Tables have no sentences. */
function containerOf({ issues, sections }: Determination, { start }: Span): Span | null {
  const issue = issues.find(({ range }) => holds(range, start));
  if (issue !== undefined) {
    const { heading } = issue;
    if (holds(heading.range, start)) return heading.range;
    return partsOf(issue).find(({ range }) => holds(range, start))?.body.range ?? null;
  }
  const section = sections.find(({ kind, body }) => kind !== 'header' && kind !== 'issues' && holds(body.range, start));
  return section?.body.range ?? null;
}

/** What may have been read around a span, today's reading first. */
function containersOf(letter: Determination, span: Span): readonly (Stretch | null)[] {
  const today = containerOf(letter, span);
  const issue = letter.issues.find(({ range }) => holds(range, span.start));
  const part = issue && partsOf(issue).find(({ range }) => holds(range, span.start));
  const section = letter.sections.find(({ range }) => holds(range, span.start));
  const around = [part?.range, issue?.range, section?.body.range, section?.range].flatMap((range) => range ?? []);
  const headings = issue === undefined ? [] : beginnings(letter, issue).filter((heading) => holds(heading, span.start));
  const { whole } = letter.text;
  const cut =
    today === null
      ? []
      : [
          { start: whole.start, end: today.end },
          { start: today.start, end: whole.end },
        ];
  return [today, ...headings, ...around, ...cut, whole, ...(today === null ? [] : [null])];
}

/** What may have been read as the treatment of the issue that a finding belongs to, today's reading first. */
function treatmentsOf(letter: Determination, report: Fingerprinted): readonly (Stretch | null)[] {
  const issue = issueOf(letter, report.issue) ?? letter.issues.find(({ range }) => holds(range, report.span.start));
  if (issue === undefined) return [null];
  const { heading, request } = issue;
  const { range } = heading;
  const original = request.kind === 'whole' ? [] : [request.original.range];
  const readings = [request.treatment.range, range, ...original, ...beginnings(letter, issue)];
  return report.issue === null ? [null, ...readings] : [...readings, null];
}

/** Where a heading may begin is a matter of judgment, where it ends is not: all that end there and begin with one of the lines before. */
function beginnings({ text, issues }: Determination, { index, heading, range }: DisputedIssue): readonly Stretch[] {
  const { end } = heading.range;
  const floor = issues[index - 1]?.range.end ?? 0;
  const last = text.lines.lineAt(Math.max(range.start, end - 1));
  const starts: Stretch[] = [];
  for (let line = last; line >= 0 && starts.length < MOST_LINES; line--) {
    const start = text.lines.offsetAt({ line, character: 0 });
    if (start < floor) break;
    starts.push({ start, end });
  }
  return starts;
}

/** Headings have at most this many lines. */
const MOST_LINES = 8;

const partsOf = ({ claimsGuideline, reviewerGuideline, rationale }: DisputedIssue) =>
  [claimsGuideline, reviewerGuideline, rationale].flatMap((part) => part ?? []);
