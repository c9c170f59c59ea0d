import {
  commands,
  Disposable,
  type ExtensionContext,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { EXPLAIN_COMMAND } from '../../../../server/src/protocol/commands.ts';
import type { LetterSummaries, Place } from '../../../../server/src/protocol/letterSummary.ts';
import { isEditable } from '../../editable.ts';
import { letterLanguage } from '../../letterLanguage.ts';
import { PAGE_OPTIONS, showPage } from '../page.ts';
import type { FromPage, ToPage } from './messages.ts';

/** Asks the server what an open letter comes to; null where none is open there. */
export type SummaryOf = (letter: Uri) => Promise<LetterSummaries | null>;

const VIEW_TYPE = 'imr.letterSummary';

/** The command *Letter Summary* and its view, which shows the letter that was edited last. */
export function registerLetterSummary(context: ExtensionContext, summaryOf: SummaryOf): Disposable {
  let view: SummaryView | undefined;
  const show = async (panel: WebviewPanel) => {
    const own = new SummaryView(panel, summaryOf);
    view = own;
    panel.onDidDispose(() => {
      own.dispose();
      if (view === own) view = undefined;
    });
    await showPage(panel.webview, context.extensionUri, 'letterSummary', 'Letter Summary');
  };
  return Disposable.from(
    commands.registerCommand('imr.showLetterSummary', async () => {
      if (view !== undefined) return view.reveal();
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      const options = { ...PAGE_OPTIONS, enableFindWidget: true, retainContextWhenHidden: true };
      await show(window.createWebviewPanel(VIEW_TYPE, 'Letter Summary', place, options));
    }),
    // A window that opens again has it again.
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: (panel) => {
        panel.webview.options = PAGE_OPTIONS;
        return show(panel);
      },
    }),
    new Disposable(() => view?.dispose()),
  );
}

class SummaryView {
  readonly #panel: WebviewPanel;
  readonly #summaryOf: SummaryOf;
  readonly #listening: Disposable;
  #letter: TextDocument | undefined;
  #isReady = false;
  /** One request at a time: what changes meanwhile is requested once, afterward. */
  #asking: Promise<void> | null = null;
  #isStale = false;

  constructor(panel: WebviewPanel, summaryOf: SummaryOf) {
    this.#panel = panel;
    this.#summaryOf = summaryOf;
    this.#letter = letterOf(window.activeTextEditor) ?? window.visibleTextEditors.map(letterOf).find((each) => each);
    this.#listening = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#heard(message)),
      window.onDidChangeActiveTextEditor((editor) => this.#follow(letterOf(editor))),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.#letter) this.#sendCaret(textEditor);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#letter) this.#refresh();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (document === window.activeTextEditor?.document) this.#follow(letterOf(window.activeTextEditor));
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document !== this.#letter) return;
        this.#letter = undefined;
        this.#refresh();
      }),
      // Settings, the team's files, or the dictionary: the same text may have other findings.
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#letter?.uri.toString())) this.#refresh();
      }),
    );
  }

  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #heard(message: FromPage): void {
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#refresh();
        break;
      case 'show':
        void this.#show(message.place);
        break;
      case 'explain':
        void commands.executeCommand(EXPLAIN_COMMAND, message.rule);
        break;
    }
  }

  #follow(letter: TextDocument | undefined): void {
    if (letter === undefined || letter === this.#letter) return;
    this.#letter = letter;
    this.#refresh();
  }

  #refresh(): void {
    this.#isStale = true;
    if (!this.#isReady) return;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
  }

  async #ask(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      const letter = this.#letter;
      const summary = letter === undefined ? null : await this.#summaryOf(letter.uri).catch(() => undefined);
      // A newer text is requested next; where the request failed, what is shown stays.
      if (letter !== this.#letter || summary === undefined) continue;
      const name = letter === undefined ? '' : nameOf(letter.uri);
      await this.#tell({ kind: 'letter', name, summary });
      this.#panel.title = letter === undefined ? 'Letter Summary' : `Summary of ${name}`;
      const editor = window.visibleTextEditors.find(({ document }) => document === letter);
      if (editor !== undefined) this.#sendCaret(editor);
    }
  }

  #sendCaret({ selection: { active } }: TextEditor): void {
    void this.#tell({ kind: 'caret', line: active.line, character: active.character });
  }

  async #tell(message: ToPage): Promise<void> {
    if (this.#isReady) await this.#panel.webview.postMessage(message);
  }

  /** In the editor that shows the letter; where none does, beside the summary. */
  async #show({ line, character, endLine, endCharacter }: Place): Promise<void> {
    if (this.#letter === undefined) return;
    const words = new Range(line, character, endLine, endCharacter);
    const shown = window.visibleTextEditors.find(({ document }) => document === this.#letter);
    const viewColumn =
      shown?.viewColumn ?? (this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
    const editor = await window.showTextDocument(this.#letter, { viewColumn, selection: words });
    editor.revealRange(words, TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function letterOf(editor: TextEditor | undefined): TextDocument | undefined {
  const document = editor?.document;
  return document?.languageId === letterLanguage && isEditable(document) ? document : undefined;
}

const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1);
