import {
  type Diagnostic,
  Disposable,
  languages,
  Range,
  type TextDocument,
  TextDocumentSaveReason,
  window,
  workspace,
} from 'vscode';
import { vsdiag } from 'vscode-languageclient';
import { FINDING_SOURCE } from '../../server/src/protocol/names.ts';
import { letterLanguage } from './letterLanguage.ts';
import { sentenceAround } from './typing.ts';

/** How long typing must have paused for a finding in the sentence being typed to show, in milliseconds. */
const pause = 2000;

interface Typing {
  readonly document: TextDocument;
  /** Behind what was typed last, an offset. */
  readonly caret: number;
}

/**
 * Holds back what is newly found in the sentence being typed, until the caret has left it or the typing has paused: a
 * sentence half written is no finding. What was shown already stays, what is found elsewhere shows at once, and what
 * was held shows in the end, for it is asked for again.
 */
export class HeldFindings {
  readonly #askAgain: () => void;
  readonly #listening: Disposable;
  #typing: Typing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** By address: the last report as it came, where something of it was held. */
  readonly #held = new Map<string, vsdiag.FullDocumentDiagnosticReport>();

  /** @param askAgain makes the editor ask for every letter's findings again */
  constructor(askAgain: () => void) {
    this.#askAgain = askAgain;
    this.#listening = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        const [change] = contentChanges;
        if (change === undefined || document.languageId !== letterLanguage) return;
        // Undo and redo bring back what was there; a change far from the caret, as by a quick fix, is nobody's typing.
        if (reason !== undefined || !isAtCaret(document, change.range)) this.#release();
        else this.#typed({ document, caret: change.rangeOffset + change.text.length });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        const typing = this.#typing;
        if (typing === undefined || textEditor.document !== typing.document || selection === undefined) return;
        if (!unfinished(typing).contains(selection.active)) this.#release();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor?.document !== this.#typing?.document) this.#release();
      }),
      // Who saves has come to an end; what VS Code saves by itself says nothing.
      workspace.onWillSaveTextDocument(({ document, reason }) => {
        if (document === this.#typing?.document && reason === TextDocumentSaveReason.Manual) this.#release();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.#held.delete(uri.toString())),
    );
  }

  /** What of a report may show now. */
  filter(document: TextDocument, report: vsdiag.DocumentDiagnosticReport): vsdiag.DocumentDiagnosticReport {
    const key = document.uri.toString();
    const full = report.kind === vsdiag.DocumentDiagnosticReportKind.full ? report : this.#held.get(key);
    // Nothing has changed since a report of which nothing was held.
    if (full === undefined || full.resultId !== report.resultId) return report;
    const items = this.#typing?.document === document ? withoutNew(full.items, this.#typing) : full.items;
    if (items.length < full.items.length) this.#held.set(key, full);
    else this.#held.delete(key);
    return { ...full, items };
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
  }

  #typed(typing: Typing): void {
    this.#typing = typing;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#release(), pause);
  }

  #release(): void {
    this.#typing = undefined;
    clearTimeout(this.#timer);
    if (this.#held.size > 0) this.#askAgain();
  }
}

/** The editor tells of a caret's move after the change, and of several changes in a row late: a line more or less is near. */
function isAtCaret(document: TextDocument, { start, end }: Range): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return false;
  const { line } = editor.selection.active;
  return start.line - 1 <= line && line <= end.line + 1;
}

/** Without the findings that touch what is being typed and did not show before. */
function withoutNew(findings: readonly Diagnostic[], typing: Typing): Diagnostic[] {
  const range = unfinished(typing);
  const shown = languages.getDiagnostics(typing.document.uri).filter(({ source }) => source === FINDING_SOURCE);
  const counts = new Map<string, number>();
  for (const finding of shown) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    if (finding.range.intersection(range) === undefined) return true;
    const count = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), count - 1);
    return count > 0;
  });
}

/** A finding moves while words are typed before it; its rule and what it says stay. */
function keyOf({ code, message }: Diagnostic): string {
  return `${typeof code === 'object' ? code.value : code}\n${message}`;
}

function unfinished({ document, caret }: Typing): Range {
  const { start, end } = sentenceAround(document.getText(), caret);
  return new Range(document.positionAt(start), document.positionAt(end));
}
