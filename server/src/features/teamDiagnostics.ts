import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver-types';
import { FINDING_SOURCE } from '../protocol/names.ts';
import type { PutAsideEntry } from '../team/putAside.ts';
import type { FileProblem, JsonSpan } from '../team/teamJson.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { DIAGNOSTIC_SEVERITIES } from './diagnostics.ts';
import { plain } from './plain.ts';

/** What is wrong with a team's file, in that file, and the entries that no longer put anything aside. */
export function teamDiagnostics(
  source: string,
  problems: readonly FileProblem[],
  unused: readonly PutAsideEntry[] = [],
): Diagnostic[] {
  const lines = new LineIndex(source);
  const rangeOf = ({ start, end }: JsonSpan) => ({ start: lines.positionAt(start), end: lines.positionAt(end) });
  return [
    ...problems.map(({ span, severity, message }) => ({
      range: rangeOf(span),
      severity: DIAGNOSTIC_SEVERITIES[severity],
      source: FINDING_SOURCE,
      message: plain(message),
    })),
    ...unused.map(({ span, letter }) => ({
      range: rangeOf(span),
      severity: DIAGNOSTIC_SEVERITIES.information,
      source: FINDING_SOURCE,
      message: `Nothing in ${plain(letter)} is put aside by this entry any more: the finding is gone, or its words have changed. You can delete it.`,
      tags: [DiagnosticTag.Unnecessary],
    })),
  ];
}
