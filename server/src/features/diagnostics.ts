import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Report, Severity } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import { MOST_BYTES_WORDS } from '../intake/letterNames.ts';
import { FINDING_SOURCE } from '../protocol/names.ts';
import { toRange } from './convert.ts';
import { plain } from './plain.ts';

export const DIAGNOSTIC_SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Where to read a rule's page. The host knows: the pages are beside the extension or the command line. */
export type RulePage = (rule: string) => string;

/** For a document that is not read because no letter is that long. At its beginning. */
export const tooLongDiagnostic = (): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: FINDING_SOURCE,
  message: `This document is longer than ${MOST_BYTES_WORDS}, and no letter is. It is not checked.`,
});

/** @param uri the letter's own address, for related information */
export function toDiagnostic({ text }: Determination, uri: string, report: Report, rulePage: RulePage): Diagnostic {
  const { rule, span, message, severity, related = [] } = report;
  return {
    range: toRange(text, span),
    severity: DIAGNOSTIC_SEVERITIES[severity],
    code: rule.name,
    codeDescription: { href: rulePage(rule.name) },
    source: FINDING_SOURCE,
    message: plain(message),
    relatedInformation: related.map((words) => ({
      location: { uri, range: toRange(text, words.span) },
      message: plain(words.message),
    })),
  };
}
