import {
  type CancellationToken,
  CancellationTokenSource,
  commands,
  Disposable,
  EventEmitter,
  type TextEditor,
  type TreeDataProvider,
  type TreeView,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Precedents } from '../../../../server/src/protocol/precedents.ts';
import { isEditable } from '../../editable.ts';
import { letterLanguage } from '../../letterLanguage.ts';
import { type Node, nodesOf } from './nodes.ts';

/** Asks the server what other letters decided; null where no issue is at that line, 0-based. */
export type PrecedentsOf = (letter: Uri, line: number, token: CancellationToken) => Promise<Precedents | null>;

const VIEW = 'imr.precedents';

/** How long the caret must rest before the view follows it, in milliseconds. */
const PAUSE = 200;

/** The view *Letters Like This One*, which follows the caret while it is shown, and the command that shows it. */
export function registerPrecedents(precedentsOf: PrecedentsOf): Disposable {
  const rows = new Rows();
  const view = window.createTreeView(VIEW, { treeDataProvider: rows, showCollapseAll: true });
  const following = new Following(view, rows, precedentsOf);
  return Disposable.from(
    rows,
    view,
    following,
    commands.registerCommand('imr.showPrecedents', async () => {
      following.isWanted = true;
      await commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
      following.follow();
    }),
  );
}

class Rows implements TreeDataProvider<Node>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #nodes: readonly Node[] = [];

  show(nodes: readonly Node[]): void {
    this.#nodes = nodes;
    this.#changed.fire();
  }

  getTreeItem({ item }: Node) {
    return item;
  }

  getChildren(node?: Node): Node[] {
    return [...(node?.children ?? this.#nodes)];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

class Following implements Disposable {
  readonly #view: TreeView<Node>;
  readonly #rows: Rows;
  readonly #precedentsOf: PrecedentsOf;
  readonly #listening: Disposable;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asking: CancellationTokenSource | undefined;
  /** What is shown, so that the same is not drawn again: rows would close. */
  #shown = '';
  /** Someone wanted it before it was there. */
  isWanted = false;

  constructor(view: TreeView<Node>, rows: Rows, precedentsOf: PrecedentsOf) {
    this.#view = view;
    this.#rows = rows;
    this.#precedentsOf = precedentsOf;
    const soon = (): void => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.follow(), PAUSE);
    };
    this.#listening = Disposable.from(
      view.onDidChangeVisibility(soon),
      window.onDidChangeActiveTextEditor(soon),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) soon();
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) soon();
      }),
    );
    soon();
  }

  /** Shows what the letters say about the issue at the caret. */
  follow(): void {
    clearTimeout(this.#waiting);
    if (!this.#view.visible && !this.isWanted) return;
    const editor = window.activeTextEditor;
    // While someone reads in the view, or in a file that is not a letter, what is there stays.
    if (editor === undefined || !isLetter(editor)) {
      if (this.#shown === '') this.#view.message = 'Put the caret in an issue of a letter.';
      return;
    }
    this.isWanted = false;
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    void window.withProgress({ location: { viewId: VIEW } }, () => this.#ask(editor, asking.token));
  }

  async #ask({ document, selection }: TextEditor, token: CancellationToken): Promise<void> {
    if (this.#shown === '') this.#view.message = 'Reading the letters of the folder …';
    const found = await this.#precedentsOf(document.uri, selection.active.line, token).catch(() => undefined);
    if (token.isCancellationRequested) return;
    if (found === undefined) {
      // What is there stays; the server's log names the fault.
      if (this.#shown === '') this.#view.message = 'The letters of the folder could not be read.';
      return;
    }
    const shown = JSON.stringify(found);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#view.description = found === null ? '' : `Issue ${found.asked.number}: ${found.asked.treatment}`;
    this.#view.message = messageFor(found);
    this.#rows.show(found === null || found.letters === 0 ? [] : nodesOf(found));
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#asking?.dispose();
    this.#listening.dispose();
  }
}

function messageFor(found: Precedents | null): string {
  if (found === null)
    return 'Put the caret in an issue, and what other letters of the folder decided about its treatment is listed here.';
  if (found.letters === 0) return 'The opened folder has no other letters.';
  const { alike, sameCase } = found;
  return alike.length + sameCase.length === 0 ? 'No other letter of the folder decided on this treatment.' : '';
}

const isLetter = ({ document }: TextEditor): boolean => document.languageId === letterLanguage && isEditable(document);
