import { numberedIssues, type ReadyVerdict } from './verdict.ts';

/** A verdict as a terminal shows it. */
export function readyText({ file, summary, decisions, open, putAside, notRead, rulesOff }: ReadyVerdict): string {
  const of = (part: number | null): string => (part === null ? '' : `letter ${part}, `);
  const lines = [
    `${file}: ${summary}`,
    ...numberedIssues(decisions).map(
      ({ part, number, treatment, decision }) =>
        `  ${of(part)}issue ${number}: ${treatment}: ${decision ?? 'no decision'}`,
    ),
    ...open.map(
      ({ part, severity, line, rule, message }) => `  open, ${of(part)}line ${line}: ${severity}: ${message} (${rule})`,
    ),
    ...putAside.map(
      ({ part, line, rule, message, reason }) =>
        `  put aside, ${of(part)}line ${line}: ${message} (${rule}; ${reason})`,
    ),
    ...notRead.map(({ part, what, line }) => `  not read${line === null ? '' : `, ${of(part)}line ${line}`}: ${what}`),
    ...rulesOff.map((rule) => `  off: ${rule}`),
  ];
  return `${lines.join('\n')}\n`;
}
