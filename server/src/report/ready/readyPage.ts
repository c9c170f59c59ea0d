import type { Decision } from '../../determination/model/determination.ts';
import { html, type Markup } from '../html.ts';
import { STYLE, STYLE_HASH } from '../page/assets.ts';
import { type NotRead, numberedIssues, type ReadyDecision, type ReadyFinding, type ReadyVerdict } from './verdict.ts';

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

/** A letter's verdict as one page, of which nothing is loaded from anywhere. */
export function readyPage(verdict: ReadyVerdict): string {
  const { file, caseNumber, decisionDate, summary, made, version, fingerprint } = verdict;
  const sections: readonly (Markup | null)[] = [
    decisionsSection(verdict),
    findingsSection('open', 'Open findings', 'No finding is open.', verdict.open),
    findingsSection('aside', 'Put aside', null, verdict.putAside),
    notReadSection(verdict.notRead),
    rulesOffSection(verdict.rulesOff),
  ];
  // The style goes in as it is: the policy knows it by its hash.
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${html`<meta http-equiv="Content-Security-Policy" content="${POLICY}">`.html}
<meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>Ready to issue? ${caseNumber ?? file}</title>`.html}
<style>${STYLE}</style>
</head>
<body class="verdict">
${
  html`<header>
<h1>${summary}</h1>
<p class="faint"><bdi>${file}</bdi>${caseNumber === null ? '' : `, case ${caseNumber}`}${decisionDate === null ? '' : `, decided on ${decisionDate}`}. Checked on ${made} with imr ${version} on this computer.</p>
</header>
<main>
`.html
}${sections.map((section) => section?.html ?? '').join('')}${
  html`<section aria-labelledby="print-title">
<h2 id="print-title">Which text this is about</h2>
<p>This verdict holds for the letter’s text as it was. Its fingerprint is <code>${fingerprint}</code>; a letter that was changed since has another.</p>
</section>
</main>
`.html
}</body>
</html>
`;
}

const DECIDED: Readonly<Record<Decision, string>> = { upheld: 'Upheld', overturned: 'Overturned' };
const FINAL = { uphold: 'uphold', overturn: 'overturn', 'partial-overturn': 'partial overturn' } as const;

type NumberedDecision = ReadyDecision & { readonly number: number };

function decisionsSection({ decisions, finalDetermination }: ReadyVerdict): Markup {
  const hasLetters = ofSeveral(decisions);
  const row = ({ part, number, line, treatment, decision }: NumberedDecision): Markup =>
    html`<tr>${hasLetters ? letterCell(part) : null}<td class="number">${number}</td><th scope="row">${treatment}</th><td>${decision === null ? 'No decision' : DECIDED[decision]}</td><td class="number">${line}</td></tr>\n`;
  return html`<section aria-labelledby="decided-title">
<h2 id="decided-title">What is decided</h2>
${finalDetermination === null ? null : html`<p>Final determination: ${FINAL[finalDetermination]}.</p>\n`}<table>
<thead><tr>${hasLetters ? LETTER_COLUMN : null}<th scope="col" class="number">Issue</th><th scope="col">Treatment</th><th scope="col">Decision</th><th scope="col" class="number">Line</th></tr></thead>
<tbody>
${numberedIssues(decisions).map(row)}</tbody>
</table>
</section>
`;
}

/** Whether the file holds several letters: each row then says which it is of. */
const ofSeveral = (rows: readonly { readonly part: number | null }[]): boolean =>
  rows.some(({ part }) => part !== null);

const LETTER_COLUMN = html`<th scope="col" class="number">Letter</th>`;
const letterCell = (part: number | null): Markup => html`<td class="number">${part ?? ''}</td>`;

type Shown = ReadyFinding & { readonly reason?: string };

/** @param none what is said where there is none; null: nothing */
function findingsSection(id: string, title: string, none: string | null, findings: readonly Shown[]): Markup | null {
  if (findings.length === 0 && none === null) return null;
  const hasReasons = findings.some(({ reason }) => reason !== undefined);
  const hasLetters = ofSeveral(findings);
  const row = ({ severity, part, line, issue, words, message, reason }: Shown): Markup =>
    html`<tr><td>${severity}</td>${hasLetters ? letterCell(part) : null}<td class="number">${line}</td><td class="number">${issue === null ? '' : issue + 1}</td><td>“${words}”</td><td>${message}</td>${hasReasons ? html`<td>${reason ?? ''}</td>` : null}</tr>\n`;
  return html`<section aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${
  findings.length === 0
    ? html`<p>${none}</p>\n`
    : html`<table>
<thead><tr><th scope="col">Severity</th>${hasLetters ? LETTER_COLUMN : null}<th scope="col" class="number">Line</th><th scope="col" class="number">Issue</th><th scope="col">Words</th><th scope="col">What is wrong</th>${hasReasons ? html`<th scope="col">Why it was put aside</th>` : null}</tr></thead>
<tbody>
${findings.map(row)}</tbody>
</table>
`
}</section>
`;
}

function notReadSection(notRead: readonly NotRead[]): Markup | null {
  if (notRead.length === 0) return null;
  const hasLetters = ofSeveral(notRead);
  return html`<section aria-labelledby="unread-title">
<h2 id="unread-title">What could not be read</h2>
<table>
<caption>Nothing was found in these passages, because they were not understood: read them yourself</caption>
<thead><tr><th scope="col">What</th>${hasLetters ? LETTER_COLUMN : null}<th scope="col" class="number">Line</th><th scope="col">Words</th></tr></thead>
<tbody>
${notRead.map(
  ({ what, part, line, words }) =>
    html`<tr><th scope="row">${what}</th>${hasLetters ? letterCell(part) : null}<td class="number">${line ?? ''}</td><td>${words === null ? '' : `“${words}”`}</td></tr>\n`,
)}</tbody>
</table>
</section>
`;
}

function rulesOffSection(rulesOff: readonly string[]): Markup | null {
  if (rulesOff.length === 0) return null;
  return html`<section aria-labelledby="off-title">
<h2 id="off-title">Rules that were off</h2>
<ul>
${rulesOff.map((rule) => html`<li><code>${rule}</code></li>\n`)}</ul>
</section>
`;
}
