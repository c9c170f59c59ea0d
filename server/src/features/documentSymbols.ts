import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Determination, DisputedIssue, Part, Section } from '../determination/model/determination.ts';
import type { LetterText } from '../text/letterText.ts';
import { before, clip, cover, holds, type Span } from '../text/span.ts';
import { toRange } from './convert.ts';
import { plain } from './plain.ts';
import { decisionLabel, PART_NAMES, SECTION_TITLES } from './words.ts';

/** The outline: sections, in the issues section the issues with their decision, in each issue its parts. */
export function documentSymbols(letter: Determination): DocumentSymbol[] {
  const { text, sections, issues } = letter;
  const own = new Map<Section, DocumentSymbol[]>();
  const others: DocumentSymbol[] = [];
  for (const issue of issues) {
    const at = lastBefore(sections, placeOf(issue).start);
    const section = sections[at];
    if (section === undefined || !holds(section.range, placeOf(issue))) {
      // Where the heading over them was lost, issues are beside the sections.
      others.push(
        issueSymbol(
          text,
          issue,
          beforeSection(issue, sections[lastBefore(sections, issue.range.start) + 1]),
          issues.length,
        ),
      );
      continue;
    }
    const symbol = issueSymbol(text, issue, section.range, issues.length);
    const listed = own.get(section);
    if (listed === undefined) own.set(section, [symbol]);
    else listed.push(symbol);
  }
  const inSections = sections.map((section) => sectionSymbol(text, section, (own.get(section) ?? []).sort(byPlace)));
  return [...inSections, ...others].sort(byPlace);
}

/** The last section that begins at or before an offset, by its number: sections follow one another. -1 where there is none. */
function lastBefore(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const beforeSection = ({ range }: DisputedIssue, next: Section | undefined): Span =>
  next === undefined ? range : clip(range, cover(before(range), before(next.range)));

const byPlace = (a: DocumentSymbol, b: DocumentSymbol): number =>
  a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;

function sectionSymbol(
  text: LetterText,
  { kind, heading, range }: Section,
  children: DocumentSymbol[],
): DocumentSymbol {
  return symbol(text, SECTION_TITLES[kind], sectionDetail(children), SymbolKind.Module, range, heading, children);
}

function sectionDetail(issues: readonly DocumentSymbol[]): string {
  if (issues.length === 0) return '';
  return issues.length === 1 ? '1 issue' : `${issues.length} issues`;
}

/**
 * The treatment, and how it was decided. All issues are of one kind: an editor spells kinds out to those who cannot see its
 * icons, and groups by them.
 */
function issueSymbol(text: LetterText, issue: DisputedIssue, within: Span, count: number): DocumentSymbol {
  const { index, heading, request, decision, claimsGuideline, reviewerGuideline, rationale } = issue;
  // In layout A the parts of an issue are sections of their own, and are listed as those.
  const range = clip(issue.range, within);
  const ownPart = (part: Part | null): Part | null => (part !== null && holds(range, part.range) ? part : null);
  const label = decisionLabel(decision);
  const treatment = request.treatment.text === '' ? '(no heading)' : request.treatment.text;
  // Distinguishes two requests for one treatment.
  const detail = count > 1 ? `Issue ${index + 1} of ${count}` : '';
  const children = [
    partSymbol(text, PART_NAMES.claimsGuideline, ownPart(claimsGuideline), citationDetail(claimsGuideline)),
    partSymbol(text, PART_NAMES.reviewerGuideline, ownPart(reviewerGuideline), citationDetail(reviewerGuideline)),
    partSymbol(text, PART_NAMES.rationale, ownPart(rationale), ''),
  ]
    .filter((child) => child !== null)
    .sort(byPlace);
  const selection = heading.length > 0 ? heading.range : before(range);
  return symbol(text, `${shortened(treatment)} — ${label}`, detail, SymbolKind.Object, range, selection, children);
}

/** The decision after a long treatment must stay in sight in a narrow side bar. Cut at a word's end. In characters. */
const LONGEST_TREATMENT = 34;

function shortened(treatment: string): string {
  if (treatment.length <= LONGEST_TREATMENT) return treatment;
  const end = treatment.lastIndexOf(' ', LONGEST_TREATMENT);
  return `${treatment.slice(0, end > 0 ? end : LONGEST_TREATMENT).replace(/[ ,;:(]{1,34}$/, '')} …`;
}

function citationDetail(part: DisputedIssue['reviewerGuideline']): string {
  if (part === null) return '';
  if (part.basis === 'unread') return '';
  if (part.basis !== 'citations') return 'no evidence cited';
  return [
    ...new Set(part.citations.map(({ source, title }) => (title.value === '' ? source : `${source} ${title.value}`))),
  ].join('; ');
}

function partSymbol(text: LetterText, name: string, part: Part | null, detail: string): DocumentSymbol | null {
  return part && symbol(text, name, detail, SymbolKind.Field, part.range, part.label, []);
}

/** The one place where a symbol is made: a selection that left its range would cost the client the whole outline. */
function symbol(
  text: LetterText,
  name: string,
  detail: string,
  kind: SymbolKind,
  range: Span,
  selection: Span,
  children: DocumentSymbol[],
): DocumentSymbol {
  return {
    name: plain(name),
    detail: plain(detail),
    kind,
    range: toRange(text, cover(range, selection)),
    selectionRange: toRange(text, selection),
    children,
  };
}

/** In layout A an issue's parts are in several sections; it is listed where its heading is. */
const placeOf = ({ heading, range }: DisputedIssue): Span => (heading.length > 0 ? heading.range : range);
