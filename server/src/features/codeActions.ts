import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type Fix, fixesOf, type Report } from '../checking/rule.ts';
import { type Letters, letterAt } from '../determination/model/determination.ts';
import { cover, type Span } from '../text/span.ts';
import { FIX_ALL } from './announced.ts';
import { toRange } from './convert.ts';
import { type Abilities, decisionActions } from './decisionActions.ts';
import { type RulePage, toDiagnostic } from './diagnostics.ts';
import { plain } from './plain.ts';

/** VS Code's own command that offers to reopen the active editor's file in another encoding. */
const REOPEN_COMMAND = 'workbench.action.editor.changeEncoding';

/** A letter, or several of one file, as checked: a fix is valid only for this version. */
export interface CheckedLetter {
  readonly uri: string;
  readonly version: number;
  readonly letters: Letters;
  readonly reports: readonly Report[];
}

export interface CodeActionRequest extends Abilities {
  readonly range: Range;
  /** The kinds that the client wants; empty where it takes all. */
  readonly only: readonly string[];
  /** Whether the client knows `REOPEN_COMMAND`. */
  readonly reopens: boolean;
  readonly rulePage: RulePage;
}

export function codeActions(checked: CheckedLetter, request: CodeActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants(request, CodeActionKind.QuickFix)) {
    for (const report of reportsIn(checked, request.range)) actions.push(...actionsFor(checked, report, request));
  }
  const fixAll = wants(request, FIX_ALL) && asksForSource(request.only) ? fixAllAction(checked) : null;
  return fixAll === null ? actions : [...actions, fixAll];
}

function actionsFor(checked: CheckedLetter, report: Report, request: CodeActionRequest): CodeAction[] {
  const { reopens, rulePage } = request;
  const diagnostics: Diagnostic[] = [toDiagnostic(checked.letters[0], checked.uri, report, rulePage)];
  const actions: CodeAction[] = [];
  if (report.wrongEncoding === true && reopens) {
    const title = 'Reopen with Encoding…';
    const command = { title, command: REOPEN_COMMAND };
    actions.push({ title, kind: CodeActionKind.QuickFix, diagnostics, command });
  }
  for (const [i, fix] of fixesOf(report).entries()) {
    actions.push({
      title: plain(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics,
      isPreferred: i === 0 && fix.kind === 'mechanical',
      edit: workspaceEdit(checked, [fix]),
    });
  }
  const allOfKind = allOfKindAction(checked, report);
  if (allOfKind !== null) actions.push({ ...allOfKind, diagnostics });
  actions.push(
    ...decisionActions(letterAt(checked.letters, report.span.start), checked.uri, report, diagnostics, request),
  );
  return actions;
}

/** All mechanical fixes of a finding's rule, for a finding that has one; null where the letter has fewer than two. */
function allOfKindAction(checked: CheckedLetter, report: Report): CodeAction | null {
  if (!fixesOf(report).some(({ kind }) => kind === 'mechanical')) return null;
  const { rule } = report;
  const fixes = mechanicalFixes(checked.reports.filter((each) => each.rule === rule));
  if (fixes.length < 2) return null;
  return {
    title: `Repair all ${fixes.length} of this kind in the letter`,
    kind: CodeActionKind.QuickFix,
    edit: workspaceEdit(checked, fixes),
  };
}

function fixAllAction(checked: CheckedLetter): CodeAction | null {
  const fixes = mechanicalFixes(checked.reports);
  if (fixes.length === 0) return null;
  return {
    title: fixes.length === 1 ? 'Make 1 safe repair' : `Make all ${fixes.length} safe repairs`,
    kind: FIX_ALL,
    edit: workspaceEdit(checked, fixes),
  };
}

/** The first mechanical fix of each finding, without those that would touch words another one has touched already. */
export function mechanicalFixes(reports: readonly Report[]): readonly Fix[] {
  const taken: Fix[] = [];
  let end = -1;
  const candidates = reports
    .flatMap((report) =>
      fixesOf(report)
        .filter(({ kind }) => kind === 'mechanical')
        .slice(0, 1),
    )
    .flatMap((fix) => {
      const span = extent(fix);
      return span === null ? [] : [{ fix, span }];
    })
    .sort((a, b) => a.span.start - b.span.start);
  for (const { fix, span } of candidates) {
    if (span.start < end) continue;
    taken.push(fix);
    end = span.end;
  }
  return taken;
}

/** From its first edit to its last; null for a fix that changes nothing. */
function extent({ edits }: Fix): Span | null {
  const [first, ...others] = edits.map(({ span }) => span);
  return first === undefined ? null : others.reduce(cover, first);
}

function workspaceEdit(
  { uri, version, letters: [{ text }] }: CheckedLetter,
  fixes: readonly Fix[],
): NonNullable<CodeAction['edit']> {
  const edits: TextEdit[] = fixes.flatMap((fix) =>
    fix.edits.map(({ span, newText }) => ({ range: toRange(text, span), newText })),
  );
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

function reportsIn({ letters: [{ text }], reports }: CheckedLetter, range: Range): readonly Report[] {
  const start = text.lines.offsetAt(range.start);
  const end = text.lines.offsetAt(range.end);
  return reports.filter(({ span }) => span.start <= end && start <= span.end);
}

const wants = ({ only }: CodeActionRequest, kind: string): boolean =>
  only.length === 0 || only.some((each) => kind === each || kind.startsWith(`${each}.`));

/** A source action is offered only to a client that requests source actions: it does not belong in the light bulb's list. */
export const asksForSource = (only: readonly string[]): boolean =>
  only.some((each) => each.startsWith(CodeActionKind.Source));
