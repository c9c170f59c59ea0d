import { findAnchors } from '../../determination/lines/issueAnchors.ts';
import type { Determination, DisputedIssue } from '../../determination/model/determination.ts';
import type { FoldedLines } from '../../text/foldedLines.ts';
import type { Prose } from '../../text/prose.ts';

/** What may be written where the caret is. `from` is the index in the whole letter's prose where it begins. */
export type Place =
  /** In a guideline part, after its label's colon. `typed`: the part up to the caret. */
  | {
      readonly kind: 'guideline';
      readonly whose: 'claimsGuideline' | 'reviewerGuideline';
      readonly typed: Prose;
      readonly issue: DisputedIssue | null;
    }
  /** After the colon of an issue's heading. `typed`: the beginning of the decision word; `due`: nothing else can follow. */
  | { readonly kind: 'decision'; readonly typed: Prose; readonly due: boolean }
  /** In a rationale. `typed`: its last sentence, as far as it is written. */
  | { readonly kind: 'conclusion'; readonly typed: Prose; readonly issue: DisputedIssue }
  /** At the start of a line of an issue that lacks these labels. */
  | { readonly kind: 'label'; readonly typed: Prose; readonly missing: readonly PartLabel[] };

type PartLabel = 'Claims Administrator guideline:' | 'MAXIMUS guideline:' | 'Decision rationale:';

const LABELS = {
  claimsGuideline: 'Claims Administrator guideline:',
  reviewerGuideline: 'MAXIMUS guideline:',
  rationale: 'Decision rationale:',
} as const satisfies Record<string, PartLabel>;
const ORDER = ['claimsGuideline', 'reviewerGuideline', 'rationale'] as const;

/** The places at a caret; most often none. The letter may be half written: only what comes before the caret is sure. */
export function placesAt(letter: Determination, offset: number): readonly Place[] {
  if (letter.layout !== 'D') return [];
  const section = letter.sections.findLast(({ heading }) => heading.end <= offset);
  if (section?.kind !== 'issues') return [];
  const { prose, source, foldedLines } = letter.text;
  const caret = caretIndex(letter, offset);
  const before = prose.slice(section.body.from, caret);
  const anchor = findAnchors(before, foldedLines).at(-1);
  const lineStart = startOfLine(source, offset);
  const line = source.slice(lineStart, offset);
  const places: Place[] = [];
  const issue = letter.issues.findLast(({ range }) => range.start <= offset) ?? null;
  if (anchor !== undefined && (anchor.kind === 'claimsGuideline' || anchor.kind === 'reviewerGuideline')) {
    places.push({ kind: 'guideline', whose: anchor.kind, typed: prose.slice(anchor.end, caret), issue });
  }
  if (anchor?.kind === 'rationale' && issue !== null) {
    const written = prose.slice(anchor.end, caret);
    places.push({ kind: 'conclusion', typed: written.slice(startOfSentence(written.text), written.length), issue });
  }
  if (WORDS_ONLY.test(line)) {
    const missing = anchor === undefined ? [] : missingAfter(letter, anchor.kind, caret);
    const from = prose.indexOf(lineStart + (line.length - line.trimStart().length));
    if (missing.length > 0) places.push({ kind: 'label', typed: prose.slice(from, caret), missing });
  }
  const afterColon = DECISION_START.exec(line);
  const word = afterColon?.[1];
  if (word !== undefined && line.slice(0, afterColon?.index).trim() !== '' && isHeading(letter, anchor, caret)) {
    places.push({ kind: 'decision', typed: prose.slice(caret - word.length, caret), due: !GOES_ON.test(line) });
  }
  return places;
}

/** Where the last sentence of a text begins. */
const startOfSentence = (text: string): number =>
  Math.max(...['. ', '? ', '! '].map((end) => text.lastIndexOf(end) + 1));

/** The index after the last character before the caret that is not folded away. */
function caretIndex({ text: { prose, source } }: Determination, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(source.charAt(at - 1))) at--;
  return at === 0 ? 0 : prose.indexOf(at - 1) + 1;
}

const WORDS_ONLY = /^[ \t]*[A-Za-z ]{0,30}$/;
const DECISION_START = /:[ \t]*([A-Za-z]{0,12})$/;

/** 'Associated surgical service: …', 'Labs to include: …', 'QTY: …': a colon inside the heading. */
const GOES_ON = /\b(?:services?|includ(?:es?|ing)|labs?|qty|quantity|DOS|supply|retrospective):[ \t]*$/i;

const startOfLine = (source: string, offset: number): number =>
  Math.max(
    source.lastIndexOf('\n', offset - 1),
    source.lastIndexOf('\r', offset - 1),
    source.lastIndexOf('\f', offset - 1),
  ) + 1;

type Anchor = ReturnType<typeof findAnchors>[number];

/** The labels that are due after an anchor, and do not follow it yet. */
function missingAfter({ text }: Determination, kind: Anchor['kind'], caret: number): readonly PartLabel[] {
  const due = kind === 'decision' ? ORDER : ORDER.slice(ORDER.indexOf(kind) + 1);
  const next = findAnchors(text.prose.slice(caret), text.foldedLines)[0]?.kind;
  const following = next === undefined || next === 'decision' ? ORDER.length : ORDER.indexOf(next);
  return due.filter((each) => ORDER.indexOf(each) < following).map((each) => LABELS[each]);
}

/** A colon ends a heading where a label follows, or where a heading may begin: under the introduction, after a rationale that has concluded. */
function isHeading(
  { text: { prose, foldedLines } }: Determination,
  anchor: Anchor | undefined,
  caret: number,
): boolean {
  if (anchor?.kind === 'claimsGuideline' || anchor?.kind === 'reviewerGuideline') return false;
  if (LABEL_FOLLOWS.test(prose.text.slice(caret, caret + 60))) return true;
  if (anchor?.kind === 'decision') return false;
  const paragraph = foldedLines.line(startOfParagraph(foldedLines, foldedLines.at(caret - 1))).start;
  const introduction = INTRODUCTION.exec(prose.text.slice(paragraph, caret));
  const heading = prose.text.slice(paragraph + (introduction === null ? 0 : introduction[0].length), caret);
  if (!/\boriginal request\b/i.test(heading) && /[.?!] [A-Z]/.test(heading)) return false;
  if (introduction !== null) return /\w/.test(heading);
  const earlier = prose.text.slice(Math.max(anchor?.end ?? 0, paragraph - 400), paragraph);
  return anchor === undefined ? INTRODUCTION.test(earlier) : CONCLUDED.test(earlier);
}

const LABEL_FOLLOWS = /^[a-z]{0,12}\.? ?(?:Claims Administrator|MAXIMUS) guideline/i;
const INTRODUCTION = /^.{0,400}\bset forth below ?: ?/i;
const CONCLUDED = /\bmedical(?:ly)? (?:necess|appropriate)/i;

function startOfParagraph(lines: FoldedLines, line: number): number {
  let start = line;
  while (start > 0 && !lines.hasGapBefore(start)) start--;
  return start;
}
