import type { ReadyVerdict } from './verdict.ts';

/** A verdict as a terminal shows it. */
export function readyText({ file, summary, decisions, open, putAside, notRead, rulesOff }: ReadyVerdict): string {
  const lines = [
    `${file}: ${summary}`,
    ...decisions.map(({ treatment, decision }, i) => `  issue ${i + 1}: ${treatment}: ${decision ?? 'no decision'}`),
    ...open.map(({ severity, line, rule, message }) => `  open, line ${line}: ${severity}: ${message} (${rule})`),
    ...putAside.map(({ line, rule, message, reason }) => `  put aside, line ${line}: ${message} (${rule}; ${reason})`),
    ...notRead.map(({ what, line }) => `  not read${line === null ? '' : `, line ${line}`}: ${what}`),
    ...rulesOff.map((rule) => `  off: ${rule}`),
  ];
  return `${lines.join('\n')}\n`;
}
