import { html, type Markup } from './html.ts';
import type { FindingKind } from './kinds.ts';
import { type LetterOptions, nameOf, placeMarkup } from './letterTable.ts';
import type { DecisionCounts, RuleCount, Totals } from './totals.ts';
import { categoryTitle, counted } from './words.ts';

const shown = (count: number): string => count.toLocaleString('en-US');

export function atAGlance({ letters, decisions, findings, lettersWithoutFindings, notRead }: Totals): Markup {
  const figures: readonly (readonly [string, number])[] = [
    ['letters', letters],
    ['decisions upheld', decisions.upheld],
    ['decisions overturned', decisions.overturned],
    ...(decisions.undecided > 0 ? [['issues without a decision', decisions.undecided] as const] : []),
    ['findings of substance', findings.substance],
    ['findings of wording', findings.wording],
    ['letters without findings', lettersWithoutFindings],
    ...(notRead.length > 0 ? [['files not read', notRead.length] as const] : []),
  ];
  return html`<section aria-labelledby="glance-title">
<h2 id="glance-title">At a glance</h2>
<dl>
${figures.map(([name, count]) => html`<div><dt>${name}</dt><dd>${shown(count)}</dd></div>\n`)}</dl>
<p class="faint">Findings of substance are about what a letter decides and why; findings of wording, about how it is written.</p>
</section>
`;
}

/** Comes before the sections, because the style depends on it, even without the script. */
export const wordingSwitch = ({ findings: { wording } }: Totals): Markup | null =>
  wording === 0
    ? null
    : html`<input type="checkbox" id="hide-wording"> <label class="switch" for="hide-wording">Hide the ${counted(wording, 'finding')} of wording</label>
`;

export function lookFirstSection({ lookFirst }: Totals, options: LetterOptions): Markup | null {
  if (lookFirst.length === 0) return null;
  return html`<section aria-labelledby="first-title">
<h2 id="first-title">Letters to look at first</h2>
<table>
<caption>The letters with the most serious findings of substance, most serious first</caption>
<thead><tr><th scope="col">Letter</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th><th scope="col">The most serious finding</th></tr></thead>
<tbody>
${lookFirst.map(
  ({ file, errors, warnings, line, column, message }) =>
    html`<tr><th scope="row">${placeMarkup({ file, line, column }, nameOf(file, options), options)}</th><td class="number">${shown(errors)}</td><td class="number">${shown(warnings)}</td><td>${message}</td></tr>\n`,
)}</tbody>
</table>
</section>
`;
}

export function decisionsSection({ decisionsByCategory }: Totals): Markup | null {
  if (decisionsByCategory.length === 0) return null;
  const most = Math.max(...decisionsByCategory.map(sum));
  return html`<section aria-labelledby="decisions-title">
<h2 id="decisions-title">Decisions by treatment</h2>
<table>
<caption>Disputed issues by the kind of treatment, and how they were decided. <span aria-hidden="true">${key('upheld')}upheld${key('overturned')}overturned${key('undecided')}no decision</span></caption>
<thead><tr><th scope="col">Treatment</th><th scope="col" class="number">Upheld</th><th scope="col" class="number">Overturned</th><th scope="col" class="number">No decision</th><th scope="col">Share</th></tr></thead>
<tbody>
${decisionsByCategory.map(
  (counts) =>
    html`<tr><th scope="row">${categoryTitle(counts.category)}</th><td class="number">${shown(counts.upheld)}</td><td class="number">${shown(counts.overturned)}</td><td class="number">${shown(counts.undecided)}</td><td class="bars">${decisionBar(counts, most)}<span class="share">${share(counts)}</span></td></tr>\n`,
)}</tbody>
</table>
</section>
`;
}

const key = (decision: keyof DecisionCounts): Markup =>
  html`<svg class="key" viewBox="0 0 1 1" focusable="false"><rect class="fill-${decision}" width="1" height="1"/></svg>`;

/** Beside the bar, which says the same to the eye. */
const share = ({ upheld, overturned }: DecisionCounts): string =>
  upheld + overturned === 0 ? '' : `${Math.round((100 * overturned) / (upheld + overturned))}% overturned`;

/** @param most the length of the longest bar */
const decisionBar = ({ upheld, overturned, undecided }: DecisionCounts, most: number): Markup =>
  html`<svg class="bar" viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fill-upheld" width="${upheld}" height="1"/><rect class="fill-overturned" x="${upheld}" width="${overturned}" height="1"/><rect class="fill-undecided" x="${upheld + overturned}" width="${undecided}" height="1"/></svg>`;

const sum = ({ upheld, overturned, undecided }: DecisionCounts): number => upheld + overturned + undecided;

export function rulesSection({ findingsByRule }: Totals): Markup | null {
  if (findingsByRule.length === 0) return null;
  const most = Math.max(...findingsByRule.map(({ findings }) => findings));
  return html`<section aria-labelledby="rules-title">
<h2 id="rules-title">Findings by rule</h2>
${rulesOfKind(findingsByRule, 'substance', most)}${rulesOfKind(findingsByRule, 'wording', most)}</section>
`;
}

const KIND_TITLES: Readonly<Record<FindingKind, string>> = {
  substance: 'Substance: what the letters decide and why',
  wording: 'Wording: how the letters are written',
};

function rulesOfKind(rules: readonly RuleCount[], kind: FindingKind, most: number): Markup | null {
  const own = rules.filter((each) => each.kind === kind);
  if (own.length === 0) return null;
  return html`<div class="${kind}">
<table>
<caption>${KIND_TITLES[kind]}</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Findings</th><th scope="col" class="number">Letters</th><th scope="col">Compared</th></tr></thead>
<tbody>
${own.map(
  ({ rule, title, findings, letters }) =>
    html`<tr><th scope="row">${title} <code class="faint">${rule}</code></th><td class="number">${shown(findings)}</td><td class="number">${shown(letters)}</td><td class="bars">${ruleBar(findings, most)}</td></tr>\n`,
)}</tbody>
</table>
</div>
`;
}

const ruleBar = (findings: number, most: number): Markup =>
  html`<svg class="bar" viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fill-upheld" width="${findings}" height="1"/></svg>`;

export function notReadSection({ notRead }: Totals): Markup | null {
  if (notRead.length === 0) return null;
  return html`<section aria-labelledby="unread-title">
<h2 id="unread-title">Files that could not be read</h2>
<table>
<caption>These may be letters, or parts of letters; nothing in this report is about them</caption>
<thead><tr><th scope="col">File</th><th scope="col">Why it could not be read</th></tr></thead>
<tbody>
${notRead.map(({ file, reason }) => html`<tr><th scope="row"><bdi>${file}</bdi></th><td>${reason}</td></tr>\n`)}</tbody>
</table>
</section>
`;
}

export function leftOutSection({ leftOut }: Totals): Markup | null {
  if (leftOut.length === 0) return null;
  return html`<section aria-labelledby="left-out-title">
<h2 id="left-out-title">What is not in this report</h2>
<ul>
${leftOut.map(({ sentence }) => html`<li>${sentence}</li>\n`)}</ul>
</section>
`;
}
