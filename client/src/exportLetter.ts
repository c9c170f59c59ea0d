import { commands, type Disposable, env, type QuickPickItem, UIKind, Uri, window, workspace } from 'vscode';
import type { DocumentWork, ExportFormat } from '../../server/src/intake/documentWork.ts';
import type { PrintedFile, PrintedLetter, Run } from '../../server/src/protocol/printedLetter.ts';
import { nameOf } from './documentTexts.ts';

/** Asks the server for a letter laid out again for printing; null where no letter is open there. */
export type PrintLetter = (letter: Uri, withFindings: boolean) => Promise<PrintedFile | null>;

/** The command that makes a Word or HTML file of the letter in the active editor. */
export function registerExport(printLetter: PrintLetter, work: DocumentWork<PrintedFile>): Disposable {
  return commands.registerCommand('imr.exportLetter', async (clicked: unknown) => {
    const letter = clicked instanceof Uri ? clicked : window.activeTextEditor?.document.uri;
    const printed = letter && (await printLetter(letter, true));
    if (letter === undefined || printed == null) {
      await window.showInformationMessage('To export a letter, first open it.');
      return;
    }
    const choice = await window.showQuickPick(choicesFor(printed), {
      title: 'Export Letter',
      placeHolder: 'Choose a format',
    });
    if (choice === undefined) return;
    const target = await askWhere(letter, choice.format);
    if (target === undefined) return;
    const bytes = await work.write(choice.printed, choice.format);
    if (bytes === null) await window.showErrorMessage(`${nameOf(target)} could not be made.`);
    else if (await write(target, bytes)) await showExported(target);
  });
}

interface Choice extends QuickPickItem {
  readonly format: ExportFormat;
  readonly printed: PrintedFile;
}

/** With the findings that are shown, if there are any, and without. */
function choicesFor(noted: PrintedFile): readonly Choice[] {
  const plain: PrintedFile = { ...noted, letters: noted.letters.map(withoutNotes) };
  const notes = noted.letters.reduce((sum, letter) => sum + letter.notes.length, 0);
  const findings = `${notes} ${notes === 1 ? 'finding' : 'findings'}`;
  const choices: readonly Choice[] = [
    { label: 'Word', description: '.docx', format: 'docx', printed: plain },
    { label: `Word with ${findings} as comments`, description: '.docx', format: 'docx', printed: noted },
    { label: 'HTML, for printing', description: '.html', format: 'html', printed: plain },
    { label: `HTML with ${findings} in the margin`, description: '.html', format: 'html', printed: noted },
  ];
  return notes === 0 ? choices.filter(({ printed }) => printed === plain) : choices;
}

const withoutNotes = (letter: PrintedLetter): PrintedLetter => ({
  ...letter,
  notes: [],
  blocks: letter.blocks.map(withoutMarks),
});

function withoutMarks(block: PrintedLetter['blocks'][number]): PrintedLetter['blocks'][number] {
  const clean = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, notes: [] }));
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(clean)) };
  return { ...block, runs: clean(block.runs) };
}

const FILTERS: Readonly<Record<ExportFormat, Record<string, string[]>>> = {
  docx: { 'Word document': ['docx'] },
  html: { 'HTML page': ['html'] },
};

async function askWhere(letter: Uri, format: ExportFormat): Promise<Uri | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const name = `${nameOf(letter).replace(/(?:\.imr)?(?:\.(?:txt|text|imr))?$/i, '')}.${format}`;
  // What was never saved has no folder of its own, or that of the file that it will be.
  const beside = letter.scheme === 'untitled' ? letter.with({ scheme: folder?.uri.scheme ?? 'file' }) : letter;
  const base = beside.path.includes('/') ? Uri.joinPath(beside, '..') : folder?.uri;
  return window.showSaveDialog({
    title: 'Export Letter',
    saveLabel: 'Export',
    filters: FILTERS[format],
    ...(base !== undefined && { defaultUri: Uri.joinPath(base, name) }),
  });
}

async function write(target: Uri, bytes: Uint8Array): Promise<boolean> {
  try {
    await workspace.fs.writeFile(target, bytes);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(`${nameOf(target)} could not be saved: ${reason}`);
    return false;
  }
}

/** On a desktop the file can be opened in its own program. */
async function showExported(target: Uri): Promise<void> {
  const message = `Exported to ${nameOf(target)}`;
  const isOwnDesktop = env.uiKind === UIKind.Desktop && env.remoteName === undefined && target.scheme === 'file';
  if (!isOwnDesktop) return void window.setStatusBarMessage(message, 10_000);
  const open = 'Open';
  if ((await window.showInformationMessage(`${message}.`, open)) === open) await env.openExternal(target);
}
