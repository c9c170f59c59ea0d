import type { Report } from '../checking/rule.ts';
import type { Determination } from '../determination/model/determination.ts';
import { rulePage } from '../host/rulePages.ts';

/** The public JSON of `imr check` for one letter. Lines and columns (UTF-16) are 1-based; the end column is behind the last character. */
export function checkJson(file: string, { text }: Determination, reports: readonly Report[]): object {
  return {
    file,
    diagnostics: reports.map(({ rule, severity, span, issue, message }) => {
      const start = text.lines.positionAt(span.start);
      const end = text.lines.positionAt(span.end);
      return {
        rule: rule.name,
        severity,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        issue,
        message,
        url: rulePage(rule.name),
      };
    }),
  };
}
