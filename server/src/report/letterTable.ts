import { SEVERITIES } from '../checking/rule.ts';
import type { Category } from '../determination/model/determination.ts';
import type { FindingReport, IssueReport, LetterReport } from './fileReport.ts';
import { html, type Markup } from './html.ts';
import { type FindingKind, kindOf } from './kinds.ts';
import type { Totals } from './totals.ts';
import { categoryTitle, decisionTitle } from './words.ts';

export interface LetterOptions {
  /**
   * Whether places are buttons. Who shows the page then gets the message `{ kind: 'open', file, line, column }`, with
   * 1-based lines and columns, when one of them is pressed.
   */
  readonly opensLetters: boolean;
  /** The beginning of paths that is not shown, as all have it. */
  readonly folder: string;
}

/** What comes before the rows of the letters, and after them. */
export function lettersSection(letters: readonly LetterReport[], totals: Totals): readonly [Markup, Markup] {
  const before = html`<section id="letters" aria-labelledby="letters-title">
<h2 id="letters-title">All letters</h2>
${controls(letters, totals)}<table>
<caption>Each letter with its decisions and what was found</caption>
<thead><tr><th scope="col" data-sort="file">Letter</th><th scope="col" data-sort="decisions">Decisions</th><th scope="col" data-sort="findings">Findings</th></tr></thead>
<tbody>
`;
  const after = html`</tbody>
</table>
<p><button type="button" id="more" hidden>Show more letters</button></p>
</section>
`;
  return [before, after];
}

/** Shown by the script, which makes them work. */
function controls(letters: readonly LetterReport[], { decisions, findingsByRule }: Totals): Markup {
  const categories = [...new Set(letters.flatMap(({ issues }) => issues.map(({ category }) => category)))];
  const undecided = decisions.undecided > 0 ? [['none', 'No decision'] as const] : [];
  return html`<form class="controls" hidden>
<label>Words <input type="search" name="words" autocomplete="off"></label>
${choice('decision', 'Decision', 'any', [['upheld', 'Upheld'], ['overturned', 'Overturned'], ...undecided])}${choice(
  'category',
  'Treatment',
  'any',
  categories.map((category): Option => [category, categoryTitle(category)]).sort(([, a], [, b]) => (a < b ? -1 : 1)),
)}${choice(
  'rule',
  'Rule',
  'all',
  findingsByRule.map(({ rule }): Option => [rule, rule]).sort(([a], [b]) => (a < b ? -1 : 1)),
)}${choice('severity', 'Findings', 'all', [
  ['error', 'errors'],
  ['warning', 'warnings or worse'],
  ['information', 'information or worse'],
])}<button type="reset">Show all</button>
<output id="count" aria-live="polite"></output>
</form>
`;
}

type Option = readonly [value: string, title: string];

const choice = (name: string, title: string, all: string, options: readonly Option[]): Markup =>
  html`<label>${title} <select name="${name}"><option value="">${all}</option>${options.map(
    ([value, words]) => html`<option value="${value}">${words}</option>`,
  )}</select></label>\n`;

/** @param isLater whether it is shown by the script only: a browser takes long to lay out thousands of rows */
export function letterRow(letter: LetterReport, isLater: boolean, options: LetterOptions): Markup {
  const { file, caseNumber, decisionDate, issues, findings } = letter;
  const ofKind = (kind: FindingKind): readonly FindingReport[] => findings.filter(({ rule }) => kindOf(rule) === kind);
  const [substance, wording] = [ofKind('substance'), ofKind('wording')];
  const errors = substance.filter(({ severity }) => severity === 'error').length;
  const isNamedSo = caseNumber !== null && file.includes(caseNumber);
  return html`<tr${isLater ? html` hidden` : null} data-file="${file}" data-decisions="${issues.length}" data-errors="${errors}" data-substance="${substance.length}" data-wording="${wording.length}">
<th scope="row">${placeMarkup({ file, line: 1, column: 1 }, nameOf(file, options), options)}${
    caseNumber === null || isNamedSo ? null : html`<br>${caseNumber}`
  }${decisionDate === null ? null : html`<br><span class="faint">decided ${decisionDate}</span>`}</th>
<td>${issues.length === 0 ? NONE : html`<ol>${issues.map((issue) => issueItem(file, issue, options))}</ol>`}</td>
<td>${findings.length === 0 ? NONE : null}${list('substance', file, substance, options)}${list('wording', file, wording, options)}</td>
</tr>
`;
}

const NONE = html`<span class="faint">none</span>`;

function issueItem(file: string, { line, treatment, category, decision }: IssueReport, options: LetterOptions): Markup {
  return html`<li data-decision="${decision ?? 'none'}" data-category="${category satisfies Category}">${placeMarkup({ file, line, column: 1 }, treatment === '' ? 'No heading' : treatment, options)}: <span class="decision">${decisionTitle(decision)}</span></li>`;
}

function list(
  kind: FindingKind,
  file: string,
  findings: readonly FindingReport[],
  options: LetterOptions,
): Markup | null {
  if (findings.length === 0) return null;
  const inOrder = findings.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
  return html`<ul class="${kind}">${inOrder.map((finding) => findingItem(kind, file, finding, options))}</ul>`;
}

function findingItem(kind: FindingKind, file: string, finding: FindingReport, options: LetterOptions): Markup {
  const { rule, severity, line, column, issue, message } = finding;
  const place = placeMarkup({ file, line, column }, `line ${line}`, options);
  return html`<li data-rule="${rule}" data-severity="${severity}" data-kind="${kind}"><span class="${severity}">${severity}</span>, ${place}${
    issue === null ? null : html`, issue ${issue + 1}`
  }: ${message} <code class="faint">${rule}</code></li>`;
}

/** A file as the page calls it. */
export const nameOf = (file: string, { folder }: LetterOptions): string =>
  file.startsWith(folder) ? file.slice(folder.length) : file;

/** A place in a letter: its words, or a button with them. Names of files and words of letters may run from right to left. */
export function placeMarkup(
  { file, line, column }: { readonly file: string; readonly line: number; readonly column: number },
  words: string,
  { opensLetters }: LetterOptions,
): Markup {
  if (!opensLetters) return html`<bdi>${words}</bdi>`;
  return html`<button type="button" class="plain place" data-open="${file}" data-line="${line}" data-column="${column}"><bdi>${words}</bdi></button>`;
}
