import type { SemanticTokens } from 'vscode-languageserver-types';
import type { ConcludingStatement, Determination, DisputedIssue } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import type { Prose } from '../text/prose.ts';
import { cover, overlaps, type Span } from '../text/span.ts';
import { SEMANTIC_TOKENS_LEGEND, type SemanticTokenType } from './announced.ts';

/**
 * What the grammar cannot see, as it reads line by line: the lines of an issue's heading but the last, the reviewer's own
 * conclusion wherever it wraps and in whatever words it is said, and that what others found necessary is not a conclusion.
 */
export function semanticTokens(letter: Determination, shows: ColorSettings = ALL_COLORS): SemanticTokens {
  const colored = letter.issues.flatMap((issue) => [
    ...headingOf(letter.text, issue, shows),
    ...decisionOf(issue, shows),
    ...conclusionOf(issue, shows),
  ]);
  const tokens = [...colored, ...ofOthers(letter)]
    .flatMap(({ span, type }) => linesOf(letter.text, span).map((line) => ({ ...line, type })))
    .sort((a, b) => a.line - b.line || a.start - b.start);
  const data: number[] = [];
  let previous = { line: 0, start: 0, end: 0 };
  for (const { line, start, length, type } of tokens) {
    const isSameLine = line === previous.line;
    // Of two that overlap, the first one counts.
    if (isSameLine && start < previous.end) continue;
    const number = SEMANTIC_TOKENS_LEGEND.tokenTypes.indexOf(type);
    data.push(line - previous.line, isSameLine ? start - previous.start : start, length, number, 0);
    previous = { line, start, end: start + length };
  }
  return { data };
}

/** What a user may turn off; the words then have no color. */
export interface ColorSettings {
  /** Decisions and conclusions. */
  readonly decisionColors: boolean;
  /** The headings of the issues. */
  readonly headingColors: boolean;
}

const ALL_COLORS: ColorSettings = { decisionColors: true, headingColors: true };

interface Colored {
  readonly span: Span;
  readonly type: SemanticTokenType;
}

function headingOf(
  { lines }: LetterText,
  { heading, decision }: DisputedIssue,
  { headingColors }: ColorSettings,
): readonly Colored[] {
  if (decision === null || heading.length === 0) return [];
  if (!headingColors) return [{ span: heading.range, type: 'plainWords' }];
  // The grammar colors the last line by itself: it sees the decision after it.
  const lastLine = lines.offsetAt({ line: lines.lineAt(decision.span.start), character: 0 });
  const words = heading.slice(0, heading.indexOf(lastLine));
  return heading.range.start < lastLine && words.length > 0 ? [{ span: words.range, type: 'issueHeading' }] : [];
}

/** The grammar colors it, unless the user has turned the color off. */
const decisionOf = ({ decision }: DisputedIssue, { decisionColors }: ColorSettings): readonly Colored[] =>
  decision === null || decisionColors ? [] : [{ span: decision.span, type: 'plainWords' }];

const CONCLUSIONS: Readonly<Record<ConcludingStatement['kind'], SemanticTokenType>> = {
  necessary: 'conclusionOverturned',
  'not-necessary': 'conclusionUpheld',
  partly: 'conclusionPartial',
};

const conclusionOf = ({ rationale }: DisputedIssue, { decisionColors }: ColorSettings): readonly Colored[] =>
  (rationale?.conclusion.statements ?? []).map(({ span, kind }) => ({
    span,
    type: decisionColors ? CONCLUSIONS[kind] : 'plainWords',
  }));

/** Words that the grammar takes for a conclusion, no matter who says them. */
const NECESSITY = ['medically necessary', 'medically appropriate', 'medical necessity'];
/** The grammar colors what leads to them, too: 'was determined to not be'. In characters. */
const LEADING = 48;

/** In the summary, and in a rationale beside what concludes: what utilization review or a physician found. */
function ofOthers({ sections, issues }: Determination): readonly Colored[] {
  const summaries = sections
    .filter(({ kind }) => kind === 'clinical-summary')
    .map(({ body }) => ({ prose: body, own: [] }));
  const rationales = issues.flatMap(({ rationale }) =>
    rationale === null ? [] : [{ prose: rationale.body, own: rationale.conclusion.statements.map(({ span }) => span) }],
  );
  return [...summaries, ...rationales].flatMap(({ prose, own }) =>
    necessities(prose)
      .filter((span) => !own.some((each) => overlaps(each, span)))
      .map((span): Colored => ({ span, type: 'plainWords' })),
  );
}

/** From what leads to the words, within their sentence, to their end. */
function necessities(prose: Prose): readonly Span[] {
  const { text } = prose;
  return NECESSITY.flatMap((words) => {
    const found: Span[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const sentence = text.lastIndexOf('. ', at);
      const from = Math.max(
        sentence < 0 ? 0 : sentence + 2,
        at - LEADING <= 0 ? 0 : text.indexOf(' ', at - LEADING) + 1,
      );
      const end = at + words.length;
      const andMore = AND_MORE.find((more) => text.startsWith(more, end)) ?? '';
      found.push(cover(prose.span(Math.min(from, at), at + 1), prose.span(at, end + andMore.length)));
    }
    return found;
  });
}

const AND_MORE = [' and appropriate', ' or appropriate', ' and necessary', ' or necessary'];

interface LineOfToken {
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/** A token is within one line, and has no blanks at its ends. */
function linesOf({ lines, source }: LetterText, { start, end }: Span): readonly LineOfToken[] {
  const found: LineOfToken[] = [];
  for (let line = lines.lineAt(start); line <= lines.lineAt(Math.max(start, end - 1)); line++) {
    const from = Math.max(start, lines.offsetAt({ line, character: 0 }));
    const to = Math.min(end, lines.offsetAt({ line: line + 1, character: 0 }));
    const words = source.slice(from, to);
    const length = words.trim().length;
    if (length === 0) continue;
    const indent = words.length - words.trimStart().length;
    found.push({ line, start: lines.positionAt(from + indent).character, length });
  }
  return found;
}
