import type { FoldedLines } from '../../text/foldedLines.ts';
import { everywhere } from '../../text/pattern.ts';
import type { Prose } from '../../text/prose.ts';

/** The fixed words that hold an issue together. Indexes are into the folded text of the whole letter. */
export type Anchor =
  | {
      readonly kind: 'decision';
      readonly colon: number;
      readonly start: number;
      readonly end: number;
      readonly word: string;
    }
  | { readonly kind: PartKind; readonly start: number; readonly end: number };

export type PartKind = 'claimsGuideline' | 'reviewerGuideline' | 'rationale';

/** Words seen or to be expected after a heading's colon; only the first two decide an issue. */
const DECISION_WORDS =
  'upheld|overturned|uphold|overturn|partial(?:ly)?[ -](?:overturn(?:ed)?|upheld|uphold)|modified|affirmed|reversed|approved|denied|certified|non-certified|granted|uph[a-z]{1,6}|over[a-z]{1,8}|ovet[a-z]{1,8}';

const ANCHOR = everywhere(
  new RegExp(
    "(?<claimsGuideline>Claims Administrator(?:'s)? guidelines? ?:)" +
      "|(?<reviewerGuideline>(?:MAXIMUS|IMR|Expert Reviewer)(?:'s)? guidelines? ?:)" +
      '|(?<rationale>Decision rational(?:e)? ?:)' +
      `|(?<colon>: ?)(?<word>${DECISION_WORDS})(?![a-z-])\\.?`,
    'i',
  ),
);

const EXACT_LABEL = /^(?:Claims Administrator guideline|MAXIMUS guideline|Decision rationale)/;
const SURE_WORD = /^(?:Upheld|Overturned|UPHELD|OVERTURNED)$/;
const PART_KINDS: readonly PartKind[] = ['claimsGuideline', 'reviewerGuideline', 'rationale'];

/**
 * Finds labels and decision words in `region`. A label is at the start of a line or is spelled exactly;
 * a decision word ends its line or is right before a label; one that is not plainly Upheld or Overturned needs the label.
 */
export function findAnchors(region: Prose, lines: FoldedLines): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let pending: Extract<Anchor, { kind: 'decision' }> | undefined;
  const matches = [...ANCHOR.in(region.text)];
  for (const match of matches) {
    const start = region.from + match.index;
    const end = start + match[0].length;
    const groups = match.groups ?? {};
    const kind = PART_KINDS.find((each) => groups[each] !== undefined);
    if (kind !== undefined) {
      const itemStart = lines.itemStart(start);
      if (itemStart === null && !EXACT_LABEL.test(match[0])) continue;
      if (pending !== undefined && start - pending.end <= 1) anchors.push(pending);
      pending = undefined;
      // A bullet before a label belongs to it, and not to the part before.
      anchors.push({ kind, start: Math.max(region.from, itemStart ?? start), end });
      continue;
    }
    const word = groups['word'];
    if (word === undefined) continue;
    const wordStart = start + (groups['colon']?.length ?? 0);
    const decision = { kind: 'decision', colon: start, start: wordStart, end: wordStart + word.length, word } as const;
    if (SURE_WORD.test(word) && lines.isLineEnd(end)) {
      pending = undefined;
      anchors.push(decision);
    } else {
      pending = { ...decision };
    }
  }
  return anchors;
}
