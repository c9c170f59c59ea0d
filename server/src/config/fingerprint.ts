import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Determination } from '../determination/model.ts';
import type { Report } from '../rules/support/rule.ts';
import type { Prose } from '../text/prose.ts';
import type { Span } from '../text/span.ts';

/** Goes up whenever anything in this file changes what a fingerprint is made of. */
export const FINGERPRINT_VERSION = 'v1';

/**
 * What a finding is known by as long as its words stay the same: a hash of the rule, the treatment of its issue, its
 * words, the sentence around them and the words they disagree with. Line ends, blank lines, page breaks, punctuation and
 * all other edits of the letter do not matter, nor does the position of the issue. It cannot be read back.
 */
export function fingerprint(
  letter: Determination,
  report: Pick<Report, 'rule' | 'span' | 'issue' | 'related'>,
): string {
  const { prose } = letter.text;
  const words = (span: Span): string => wordsOf(prose.text.slice(prose.indexOf(span.start), prose.indexOf(span.end)));
  const issue = report.issue === null ? undefined : letter.issues[report.issue];
  const parts = [
    report.rule.name,
    wordsOf(issue?.request.treatment.text ?? ''),
    words(report.span),
    wordsOf(sentenceOf(letter, report.span)),
    ...(report.related ?? []).map(({ span }) => words(span)),
  ];
  return `${FINGERPRINT_VERSION}:${bytesToHex(sha256(utf8ToBytes(parts.join('\n')))).slice(0, 32)}`;
}

/** Words and figures in lower case, one blank between them: '12 visits', '0.5 mg', '10/23/2016', 'low back'. */
function wordsOf(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(WORDS) ?? []).join(' ');
}

/** Punctuation counts inside figures only: 1.5 mg is not 15 mg. */
const WORDS = /[\p{L}\p{M}]+|\p{N}+(?:[.,:/-]\p{N}+)*/gu;

/** The sentence a span begins in, as far as it stands in the same heading, part or section. Tables have no sentences. */
function sentenceOf(letter: Determination, span: Span): string {
  const container = containerOf(letter, span);
  if (container === null) return '';
  const { text } = container;
  const at = container.indexOf(span.start);
  const floor = Math.max(0, at - REACH);
  const ceiling = Math.min(text.length, at + REACH);
  let start = at;
  while (start > floor && !endsSentence(text, start - 1)) start--;
  let end = at;
  while (end < ceiling && !endsSentence(text, end)) end++;
  return text.slice(start, end);
}

/** A sentence is followed no further than this, in characters, either way. */
const REACH = 400;

/** A full stop, an exclamation or a question mark before a blank. */
const endsSentence = (text: string, at: number): boolean =>
  '.!?'.includes(text.charAt(at)) && (text.charAt(at + 1) === ' ' || at + 1 === text.length);

function containerOf({ issues, sections }: Determination, { start }: Span): Prose | null {
  const holds = ({ range }: { readonly range: Span }): boolean => range.start <= start && start < range.end;
  const issue = issues.find(holds);
  if (issue !== undefined) {
    const { heading, claimsGuideline, reviewerGuideline, rationale } = issue;
    if (holds(heading)) return heading;
    const part = [claimsGuideline, reviewerGuideline, rationale].find((each) => each !== null && holds(each));
    return part?.body ?? null;
  }
  const section = sections.find(({ kind, body }) => kind !== 'header' && kind !== 'issues' && holds(body));
  return section?.body ?? null;
}
