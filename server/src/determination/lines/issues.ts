import type { LetterText } from '../../text/letterText.ts';
import { listMarkLength } from '../../text/listMarks.ts';
import type { Prose } from '../../text/prose.ts';
import { type IssuePieces, partOf, readIssue } from '../issue.ts';
import type { DecisionWord, DisputedIssue, Part } from '../model/determination.ts';
import { type Anchor, findAnchors, type PartKind } from './issueAnchors.ts';
import { headingStartLine } from './issueHeading.ts';

/** The fixed sentence under the heading of the issues section. */
const INTRODUCTION =
  /^The Final Determination was based on decisions? for the disputed items?\/services? set forth below ?:?/i;

/** One issue's words, before they are read. Indexes are into the folded text of the whole letter. */
interface Draft {
  /** Index of the first character of the heading (of the first label where there is none). */
  start: number;
  readonly headingEnd: number;
  readonly decision: Extract<Anchor, { kind: 'decision' }> | null;
  readonly parts: Partial<Record<PartKind, { readonly start: number; readonly end: number }>>;
}

/** The disputed issues of layout D in `region`, the body of the issues section. `firstIndex` numbers the first of them. */
export function readIssues(
  text: LetterText,
  region: Prose,
  summary: Prose | null,
  firstIndex: number,
): readonly DisputedIssue[] {
  const { foldedLines: lines } = text;
  const intro = INTRODUCTION.exec(region.text);
  const body = intro === null ? region : region.slice(intro[0].length);
  const drafts = draftIssues(findAnchors(body, lines), body);
  for (const [i, draft] of drafts.entries()) draft.start = headingStart(text, body, drafts[i - 1], draft);
  return drafts.map((draft, i) => {
    const end = drafts[i + 1]?.start ?? body.to;
    return readIssue(piecesOf(draft, body.clip(draft.start, end)), summary, firstIndex + i);
  });
}

/** Groups labels and decision words into issues: a decision, or a label that the issue has already, begins the next one. */
function draftIssues(anchors: readonly Anchor[], body: Prose): Draft[] {
  const drafts: Draft[] = [];
  for (const anchor of anchors) {
    const current = drafts.at(-1);
    if (anchor.kind === 'decision') {
      drafts.push({ start: body.from, headingEnd: anchor.colon, decision: anchor, parts: {} });
    } else if (current === undefined || beginsIssue(current, anchor.kind)) {
      drafts.push({ start: body.from, headingEnd: anchor.start, decision: null, parts: { [anchor.kind]: anchor } });
    } else {
      current.parts[anchor.kind] ??= anchor;
    }
  }
  return drafts;
}

/** The parts of an issue come in a fixed order: claims administrator's guideline, reviewer's guideline, rationale. */
function beginsIssue({ parts }: Draft, kind: PartKind): boolean {
  if (kind === 'claimsGuideline') return parts.claimsGuideline !== undefined || parts.rationale !== undefined;
  if (kind === 'reviewerGuideline') return parts.rationale !== undefined;
  return false;
}

function headingStart(text: LetterText, body: Prose, previous: Draft | undefined, draft: Draft): number {
  const { foldedLines: lines, folded } = text;
  const floor = previous === undefined ? lines.at(body.from) : lines.at(lastAnchorOf(previous)) + 1;
  const lastLine = lines.at(Math.max(body.from, draft.headingEnd - 1));
  if (lastLine < floor || body.length === 0) return draft.headingEnd;
  const line = headingStartLine(folded.text, lines, floor, lastLine, draft.headingEnd);
  const start = Math.max(body.from, lines.line(line).start);
  return draft.decision === null && RATIONALE_END.test(folded.text.slice(start, draft.headingEnd))
    ? draft.headingEnd
    : start;
}

/** What comes before a label without a decision may be the end of the rationale before, not a heading. */
const RATIONALE_END = /\b(?:medical|necess)[^.]{0,120}\.["'”’)]? ?$/i;

/** Index of the last character of its last label or decision word: a label may wrap. */
function lastAnchorOf({ decision, parts }: Draft): number {
  return Math.max(decision?.end ?? 0, ...Object.values(parts).map(({ end }) => end)) - 1;
}

/** Every piece is cut out of the whole issue, and so lies in it. */
function piecesOf(draft: Draft, whole: Prose): IssuePieces {
  return {
    range: whole.range,
    heading: headingProse(draft, whole),
    decision: decisionOf(draft, whole),
    claimsGuideline: draftPart(draft, 'claimsGuideline', whole),
    reviewerGuideline: draftPart(draft, 'reviewerGuideline', whole),
    rationale: draftPart(draft, 'rationale', whole),
  };
}

function headingProse({ start, headingEnd, decision }: Draft, whole: Prose): Prose {
  const line = whole.clip(start, headingEnd);
  const heading = line.slice(listMarkLength(line.text));
  return decision === null && heading.text.endsWith(':') ? heading.slice(0, heading.length - 1) : heading;
}

function decisionOf({ decision }: Draft, whole: Prose): DecisionWord | null {
  if (decision === null) return null;
  const span = whole.clip(decision.start, decision.end).range;
  const word = decision.word.toLowerCase();
  return word === 'upheld' || word === 'overturned'
    ? { kind: 'decided', decision: word, span }
    : { kind: 'unusual', word: decision.word, span };
}

function draftPart(draft: Draft, kind: PartKind, whole: Prose): Part | null {
  const label = draft.parts[kind];
  if (label === undefined) return null;
  const starts = Object.values(draft.parts).map(({ start }) => start);
  return partOf(whole, label, Math.min(whole.to, ...starts.filter((start) => start > label.start)));
}
