// What the page of a letter's summary does: it shows what it receives, in place, and reports what the user clicks.
import { render } from 'preact';
import type { LetterSummaries } from '../../../../../server/src/protocol/letterSummary.ts';
import type { FromPage, ToPage } from '../messages.ts';
import './summary.css';
import { type Caret, SummaryPage } from './summaryPage.tsx';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const page = document.querySelector('#page');
let shown: { readonly name: string; readonly summary: LetterSummaries | null } | null = null;
let caret: Caret | null = null;

function show(): void {
  if (page === null) return;
  render(<SummaryPage shown={shown} caret={caret} tell={(message) => editor.postMessage(message)} />, page);
}

addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'letter') {
    shown = data;
    show();
  } else {
    caret = data;
    show();
    // Those who read in the page keep their place in it.
    if (!document.hasFocus()) document.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }
});
show();
editor.postMessage({ kind: 'ready' });
