import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  Range,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BringBackRequest } from '../../../../server/src/protocol/commands.ts';
import type { PutAsideItem } from '../../../../server/src/protocol/putAsideList.ts';
import { changeTeamFile } from '../../teamFile.ts';

/** What the server does for the view. */
export interface PutAsideServer {
  /** The findings that some files put aside. */
  putAsideList(files: readonly Uri[]): Promise<readonly PutAsideItem[]>;
  /** The address of the letter that a file calls so; null where none in the opened folders is. */
  letterCalled(name: string): Promise<string | null>;
  /** Takes a finding back; answers which file was changed. */
  bringBack(request: BringBackRequest): Promise<unknown>;
}

const VIEW = 'imr.putAsideList';
const FILE = '.imr-ignore.json';

/** What changes comes in bursts; the view follows after such a pause, in milliseconds. */
const PAUSE = 300;

/** The view of the findings that were put aside: what, in which letter, why, by whom, and when; to go there, or bring it back. */
export function registerPutAsideView(server: PutAsideServer): Disposable {
  const rows = new Rows();
  const view = window.createTreeView(VIEW, { treeDataProvider: rows, showCollapseAll: true });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  const refresh = async (): Promise<void> => {
    const turn = ++asked;
    const items = await list(server);
    if (turn === asked) rows.show(items, view);
  };
  const soon = (): void => {
    clearTimeout(waiting);
    // While the view is hidden, nothing is looked for.
    waiting = setTimeout(() => view.visible && void refresh(), PAUSE);
  };
  const watcher = workspace.createFileSystemWatcher(`**/${FILE}`);
  return Disposable.from(
    rows,
    view,
    watcher,
    new Disposable(() => clearTimeout(waiting)),
    watcher.onDidChange(soon),
    watcher.onDidCreate(soon),
    watcher.onDidDelete(soon),
    view.onDidChangeVisibility(soon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.path.endsWith(`/${FILE}`)) soon();
    }),
    // The words are known once a letter has been checked.
    languages.onDidChangeDiagnostics(soon),
    commands.registerCommand('imr.showPutAside', async () => {
      await commands.executeCommand(`${VIEW}.focus`);
      await refresh();
    }),
    commands.registerCommand('imr.openPutAside', (row: unknown) => goThere(row, server)),
    commands.registerCommand('imr.bringBackPutAside', async (row: unknown) => {
      const item = itemOf(row);
      if (item === undefined) return;
      const { file, letter, rule, fingerprint } = item;
      const isDone = await changeTeamFile(() => server.bringBack({ uri: file, letter, rule, fingerprint }));
      if (isDone) window.setStatusBarMessage('Brought back: the finding shows again', 5000);
      await refresh();
    }),
  );
}

async function list(server: PutAsideServer): Promise<readonly PutAsideItem[]> {
  const files = await workspace.findFiles(`**/${FILE}`);
  return files.length === 0 ? [] : server.putAsideList(files).catch(() => []);
}

/** To the words; where they are no longer found, or the letter was not open, to the letter. */
async function goThere(row: unknown, server: PutAsideServer): Promise<void> {
  const item = itemOf(row);
  if (item === undefined) return;
  const uri = item.open?.uri ?? (await server.letterCalled(item.letter));
  if (uri === null) {
    await window.showInformationMessage(`No letter in the opened folder is called ${item.letter}.`);
    return;
  }
  const editor = await window.showTextDocument(Uri.parse(uri), { preview: true });
  const place = item.open?.place ?? (await placeOf(item, server));
  if (place == null) return;
  const words = new Range(place.line, place.character, place.endLine, place.endCharacter);
  await window.showTextDocument(editor.document, { selection: words });
}

/** The place of its words, now that its letter is open. */
async function placeOf({ file, letter, fingerprint }: PutAsideItem, server: PutAsideServer) {
  const items = await server.putAsideList([Uri.parse(file)]).catch(() => []);
  return items.find((each) => each.letter === letter && each.fingerprint === fingerprint)?.open?.place ?? null;
}

interface Row {
  readonly label: string;
  /** Null for a letter. */
  readonly item: PutAsideItem | null;
  readonly children: readonly Row[];
}

/** A menu hands over the row, a click what the row's command was given. */
function itemOf(row: unknown): PutAsideItem | undefined {
  const item: unknown = typeof row === 'object' && row !== null && 'item' in row ? row.item : undefined;
  return isItem(item) ? item : undefined;
}

function isItem(value: unknown): value is PutAsideItem {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && 'letter' in value && 'file' in value;
}

class Rows implements TreeDataProvider<Row>, Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #rows: readonly Row[] = [];
  #shown = '';

  show(items: readonly PutAsideItem[], view: TreeView<Row>): void {
    view.message = items.length === 0 ? 'Nothing is put aside in the opened folder.' : '';
    const shown = JSON.stringify(items);
    if (shown === this.#shown) return;
    this.#shown = shown;
    view.description = items.length === 0 ? '' : `${items.length.toLocaleString('en-US')}`;
    const letters = new Map<string, PutAsideItem[]>();
    for (const item of items) {
      const own = letters.get(item.letter);
      if (own === undefined) letters.set(item.letter, [item]);
      else own.push(item);
    }
    this.#rows = [...letters].map(([letter, own]) => ({
      label: letter,
      item: null,
      children: own.map((item) => ({ label: labelOf(item), item, children: [] })),
    }));
    this.#changed.fire();
  }

  getTreeItem({ label, item, children }: Row): TreeItem {
    if (item === null) {
      const letter = new TreeItem(label, TreeItemCollapsibleState.Expanded);
      letter.description = `${children.length}`;
      letter.iconPath = new ThemeIcon('file-text');
      return letter;
    }
    const { title, rule, reason, by, date, open } = item;
    const finding = new TreeItem(label);
    const facts = [reason, by, date].filter((each) => each !== '').join(' · ');
    finding.description = facts;
    finding.tooltip = [label, `${title} (${rule})`, facts].join('\n');
    finding.accessibilityInformation = { label: `${label}: ${facts}` };
    finding.contextValue = 'putAside';
    finding.iconPath = new ThemeIcon(open === null || open.place !== null ? 'eye-closed' : 'warning');
    finding.command = { title: 'Go to Finding', command: 'imr.openPutAside', arguments: [{ item }] };
    return finding;
  }

  getChildren(row?: Row): Row[] {
    return [...(row?.children ?? this.#rows)];
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** '“12 sessions”: visits over the guideline'; or, where the finding no longer exists, that it does not. */
function labelOf({ title, open }: PutAsideItem): string {
  if (open === null) return title;
  return open.place === null ? `${title} (not found any more)` : `“${open.words}”: ${title}`;
}
