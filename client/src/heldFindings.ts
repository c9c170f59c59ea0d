import {
  type Diagnostic,
  Disposable,
  languages,
  Position,
  Range,
  type TextDocument,
  TextDocumentSaveReason,
  window,
  workspace,
} from 'vscode';
import { vsdiag } from 'vscode-languageclient';
import type { LetterOverview, OverviewIssue } from '../../server/src/protocol/letterOverview.ts';
import { FINDING_SOURCE } from '../../server/src/protocol/names.ts';
import { letterLanguage } from './letterLanguage.ts';
import { sentenceAround } from './typing.ts';

/** How long typing must have paused for a finding in the sentence being typed to show, in milliseconds. */
const pause = 2000;

interface Typing {
  readonly document: TextDocument;
  /** After what was typed last, an offset. */
  readonly caret: number;
}

/** An issue that lacks something yet, and in which someone has typed since the caret came into it. */
interface Begun {
  readonly document: TextDocument;
  /** Up to where the next one begins. */
  readonly range: Range;
}

/**
 * Holds back what is newly found in the sentence being typed, until the caret has left it or the typing has paused, and
 * in an issue that is only begun, until the caret has left that: half-written text is not a finding. What was shown already stays, what is found elsewhere shows at once, and what
 * was held shows in the end, because it is pulled again.
 */
export class HeldFindings {
  readonly #askAgain: () => void;
  readonly #overviewOf: (letter: TextDocument) => Promise<LetterOverview | null>;
  readonly #listening: Disposable;
  #typing: Typing | undefined;
  #begun: Begun | undefined;
  /** By address: the treatments of the issues that a letter had when its findings were first pulled. */
  readonly #known = new Map<string, ReadonlySet<string>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** By address: the last report as it came, where something of it was held. */
  readonly #held = new Map<string, vsdiag.FullDocumentDiagnosticReport>();

  /**
   * @param askAgain makes the editor ask for every letter's findings again
   * @param overviewOf says where a letter's issues are
   */
  constructor(askAgain: () => void, overviewOf: (letter: TextDocument) => Promise<LetterOverview | null>) {
    this.#askAgain = askAgain;
    this.#overviewOf = overviewOf;
    this.#listening = Disposable.from(
      workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
        const [change] = contentChanges;
        if (change === undefined || document.languageId !== letterLanguage) return;
        // Undo and redo bring back what was there; a change far from the caret, as by a quick fix, is nobody's typing.
        if (reason !== undefined || !isAtCaret(document, change.range)) this.#release();
        else this.#typed({ document, caret: change.rangeOffset + change.text.length });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (selection === undefined) return;
        const [typing, begun] = [this.#typing, this.#begun];
        const hasLeft = (range: Range): boolean => !range.contains(selection.active);
        if (begun !== undefined && textEditor.document === begun.document && hasLeft(begun.range)) this.#release();
        else if (typing === undefined || textEditor.document !== typing.document) return;
        else if (hasLeft(unfinished(typing))) this.#releaseSentence();
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        const document = (this.#typing ?? this.#begun)?.document;
        if (document !== undefined && editor?.document !== document) this.#release();
      }),
      // Saving by hand ends the writing; automatic saving says nothing.
      workspace.onWillSaveTextDocument(({ document, reason }) => {
        const isHers = [this.#typing, this.#begun].some((each) => each?.document === document);
        if (isHers && reason === TextDocumentSaveReason.Manual) this.#release();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#held.delete(uri.toString());
        this.#known.delete(uri.toString());
      }),
    );
  }

  /** What of a report may show now. */
  async filter(
    document: TextDocument,
    report: vsdiag.DocumentDiagnosticReport,
  ): Promise<vsdiag.DocumentDiagnosticReport> {
    const key = document.uri.toString();
    const full = report.kind === vsdiag.DocumentDiagnosticReportKind.full ? report : this.#held.get(key);
    // Nothing has changed since a report of which nothing was held.
    if (full === undefined || full.resultId !== report.resultId) return report;
    this.#remember(document);
    await this.#look(document);
    const held = [
      ...(this.#typing?.document === document ? [unfinished(this.#typing)] : []),
      ...(this.#begun?.document === document ? [this.#begun.range] : []),
    ];
    const items = held.length > 0 ? withoutNew(document, full.items, held) : full.items;
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
    this.#timer = setTimeout(() => this.#releaseSentence(), pause);
  }

  /** What a letter came with is not an issue just begun, whatever is removed from it. Nothing waits for this. */
  #remember(document: TextDocument): void {
    const key = document.uri.toString();
    if (this.#known.has(key)) return;
    this.#known.set(key, new Set());
    this.#overviewOf(document).then(
      (overview) => this.#known.set(key, new Set((overview?.issues ?? []).map(treatmentOf))),
      () => this.#known.delete(key),
    );
  }

  /** Whether the caret is in an issue that has only been begun. Unless someone types in it, nothing is held back. */
  async #look(document: TextDocument): Promise<void> {
    if (this.#typing?.document !== document && this.#begun?.document !== document) return;
    const overview = await this.#overviewOf(document).catch(() => null);
    const caret = window.activeTextEditor?.selection.active;
    const isActive = window.activeTextEditor?.document === document;
    const range =
      isActive && caret !== undefined
        ? begunIssue(overview, caret, this.#known.get(document.uri.toString()))
        : undefined;
    this.#begun = range === undefined ? undefined : { document, range };
  }

  /** The sentence may show; an issue that is only begun is still being written. */
  #releaseSentence(): void {
    this.#typing = undefined;
    clearTimeout(this.#timer);
    if (this.#held.size > 0) this.#askAgain();
  }

  #release(): void {
    this.#begun = undefined;
    this.#releaseSentence();
  }
}

/** The editor reports a caret's move after the change, and several changes in a row late: a line more or less is near. */
function isAtCaret(document: TextDocument, { start, end }: Range): boolean {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return false;
  const { line } = editor.selection.active;
  return start.line - 1 <= line && line <= end.line + 1;
}

/** Without the colon that is left when the decision is missing. */
const treatmentOf = ({ treatment }: OverviewIssue): string => treatment.replace(/[ :.]+$/, '');

/** More than any letter has. */
const MOST_LINES = 1_000_000;

/** From the heading of the issue that holds the caret to that of the next; undefined where it lacks nothing, or there is none. */
function begunIssue(
  overview: LetterOverview | null,
  caret: Position,
  known: ReadonlySet<string> = new Set(),
): Range | undefined {
  const starts = (overview?.issues ?? []).map((each) => ({
    start: new Position(each.heading.start.line, each.heading.start.character),
    isBegun: !each.isComplete && !known.has(treatmentOf(each)),
  }));
  const at = starts.findLastIndex(({ start }) => !start.isAfter(caret));
  const issue = starts[at];
  if (issue === undefined || !issue.isBegun) return undefined;
  // The last one grows while it is written.
  return new Range(issue.start, starts[at + 1]?.start ?? new Position(MOST_LINES, 0));
}

/** Without the findings that touch what is being written and did not show before. */
function withoutNew(document: TextDocument, findings: readonly Diagnostic[], held: readonly Range[]): Diagnostic[] {
  const shown = languages.getDiagnostics(document.uri).filter(({ source }) => source === FINDING_SOURCE);
  const counts = new Map<string, number>();
  for (const finding of shown) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    if (held.every((range) => finding.range.intersection(range) === undefined)) return true;
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
