import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentSymbol, Range } from 'vscode-languageserver-types';
import type {
  Determination,
  DisputedIssue,
  GuidelinePart,
  Part,
  Rationale,
} from '../../../server/src/determination/model/determination.ts';
import { parseDetermination } from '../../../server/src/determination/parse.ts';
import { documentSymbols } from '../../../server/src/features/documentSymbols.ts';
import { LETTERS } from '../fixtures/letters.ts';
import { anyText } from '../support/brokenLetters.ts';

it.each([...LETTERS])('in %s everything lies in what it belongs to, and nothing overlaps', (_, source) => {
  expect(faultsOf(parseDetermination(source))).toEqual([]);
});

it('in whatever is left of a letter everything lies in what it belongs to, and nothing overlaps', () => {
  fc.assert(
    fc.property(anyText, (source) => {
      expect(faultsOf(parseDetermination(source))).toEqual([]);
    }),
    { numRuns: 1200 },
  );
});

/** UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

class Faults {
  readonly all: string[] = [];

  inside(what: string, inner: Stretch, outer: Stretch): void {
    if (inner.start < outer.start || inner.end > outer.end) {
      this.all.push(`${what} ${show(inner)} lies outside ${show(outer)}`);
    }
  }

  inOrder(what: string, stretches: readonly Stretch[]): void {
    for (const [i, each] of stretches.entries()) {
      const before = stretches[i - 1];
      if (before !== undefined && before.end > each.start)
        this.all.push(`${what} ${show(before)} overlaps ${show(each)}`);
    }
  }
}

const show = ({ start, end }: Stretch): string => `${start}..${end}`;

function faultsOf(letter: Determination): readonly string[] {
  const { text, layout, sections, issues } = letter;
  const faults = new Faults();
  for (const { kind, heading, range, body } of sections) {
    faults.inside(kind, range, text.whole);
    faults.inside(`heading of ${kind}`, heading, range);
    faults.inside(`body of ${kind}`, body.range, range);
  }
  faults.inOrder(
    'section',
    sections.map(({ range }) => range),
  );
  for (const issue of issues) checkIssue(faults, letter, issue);
  // In layout A there is one; in layout B the cover numbers what the body discusses.
  if (layout === 'C' || layout === 'D') {
    faults.inOrder(
      'issue',
      issues.map(({ range }) => range),
    );
  }
  checkOutline(faults, letter, documentSymbols(letter), text.whole);
  return faults.all;
}

function checkIssue(faults: Faults, { text, layout }: Determination, issue: DisputedIssue): void {
  const { range, heading, decision, claimsGuideline, reviewerGuideline, rationale } = issue;
  faults.inside('issue', range, text.whole);
  faults.inside('heading', heading.range, range);
  // In layout B the cover decides.
  if (decision !== null && layout !== 'B') faults.inside('decision', decision.span, range);
  const parts = [claimsGuideline, reviewerGuideline, rationale].filter((part) => part !== null);
  for (const part of parts) checkPart(faults, part, range);
  for (const part of [claimsGuideline, reviewerGuideline]) if (part !== null) checkCitations(faults, part);
  if (rationale !== null) checkRationale(faults, rationale);
  const places = [
    heading.range,
    ...(layout === 'D' && decision !== null ? [decision.span] : []),
    ...parts.map((part) => part.range),
  ];
  faults.inOrder(
    'piece of an issue',
    places.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start),
  );
}

function checkPart(faults: Faults, { label, body, range }: Part, issue: Stretch): void {
  faults.inside('part', range, issue);
  faults.inside('label', label, range);
  faults.inside('body', body.range, range);
  if (body.length > 0) faults.inOrder('label and body', [label, body.range]);
}

function checkCitations(faults: Faults, { citations, body }: GuidelinePart): void {
  for (const { span, title, sections, pages } of citations) {
    faults.inside('citation', span, body.range);
    for (const each of [...(title.value === '' ? [] : [title]), ...sections, ...pages])
      faults.inside('part of a citation', each.span, span);
  }
}

function checkRationale(faults: Faults, { conclusion, quotedLimits, body }: Rationale): void {
  for (const { span, sentence } of conclusion.statements) {
    faults.inside('statement', span, sentence);
    faults.inside('sentence', sentence, body.range);
  }
  for (const { span } of quotedLimits) faults.inside('limit', span, body.range);
}

function checkOutline(
  faults: Faults,
  letter: Determination,
  symbols: readonly DocumentSymbol[],
  parent: Stretch,
): void {
  const { lines } = letter.text;
  const stretch = ({ start, end }: Range): Stretch => ({ start: lines.offsetAt(start), end: lines.offsetAt(end) });
  for (const { name, range, selectionRange, children = [] } of symbols) {
    faults.inside(`symbol ${name}`, stretch(range), parent);
    faults.inside(`selection of ${name}`, stretch(selectionRange), stretch(range));
    checkOutline(faults, letter, children, stretch(range));
  }
  faults.inOrder(
    'symbol',
    symbols.map(({ range }) => stretch(range)),
  );
}
