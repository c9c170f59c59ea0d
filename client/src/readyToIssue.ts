import { commands, Disposable, env, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { ReadyLetter } from '../../server/src/protocol/readyLetter.ts';
import { nameOf } from './documentTexts.ts';

/** Asks the server whether a letter may go out; null where no letter is open there. */
export type ReadyOf = (letter: Uri) => Promise<ReadyLetter | null>;

const NO_LETTER = 'To see whether a letter is ready, first open it.';

/** `IMR: Ready to Issue?` and `IMR: Copy Findings as Questions for the Reviewer`. */
export function registerReadyToIssue(readyOf: ReadyOf): Disposable {
  const asked = async (clicked: unknown): Promise<{ letter: Uri; ready: ReadyLetter } | null> => {
    const letter = clicked instanceof Uri ? clicked : window.activeTextEditor?.document.uri;
    const ready = letter === undefined ? null : await readyOf(letter);
    if (letter !== undefined && ready !== null) return { letter, ready };
    await window.showInformationMessage(NO_LETTER);
    return null;
  };
  return Disposable.from(
    commands.registerCommand('imr.readyToIssue', async (clicked: unknown) => {
      const found = await asked(clicked);
      if (found !== null) await show(found.letter, found.ready);
    }),
    commands.registerCommand('imr.copyQuestions', async (clicked: unknown) => {
      const found = await asked(clicked);
      if (found !== null) await copyQuestions(found.ready);
    }),
  );
}

/** By the letter's address: asked again, its page shows the new verdict. */
const pages = new Map<string, WebviewPanel>();

function pageOf(letter: Uri): WebviewPanel {
  const address = letter.toString();
  const known = pages.get(address);
  if (known !== undefined) {
    known.reveal(undefined, true);
    return known;
  }
  const page = window.createWebviewPanel(
    'imr.readyToIssue',
    `Ready to Issue? ${nameOf(letter)}`,
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableScripts: false, localResourceRoots: [] },
  );
  pages.set(address, page);
  page.onDidDispose(() => pages.delete(address));
  return page;
}

async function show(letter: Uri, ready: ReadyLetter): Promise<void> {
  pageOf(letter).webview.html = ready.html;
  const page = besideOf(letter, 'ready.html');
  const data = besideOf(letter, 'ready.json');
  const [save, questions] = ['Save Beside the Letter', 'Copy as Questions'];
  const choices = [...(page !== null ? [save] : []), ...(ready.questions !== '' ? [questions] : [])];
  const choice = await window.showInformationMessage(`${ready.summary}${await changeSince(data, ready)}`, ...choices);
  if (choice === questions) await copyQuestions(ready);
  if (choice !== save || page === null || data === null) return;
  try {
    await workspace.fs.writeFile(page, new TextEncoder().encode(ready.html));
    await workspace.fs.writeFile(data, new TextEncoder().encode(ready.json));
    window.setStatusBarMessage(`Saved as ${nameOf(page)} and ${nameOf(data)}`, 10_000);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await window.showErrorMessage(`The verdict could not be saved beside the letter: ${reason}`);
  }
}

async function copyQuestions({ questions }: ReadyLetter): Promise<void> {
  if (questions === '')
    return void (await window.showInformationMessage('There are no open findings, so there is nothing to ask.'));
  await env.clipboard.writeText(questions);
  window.setStatusBarMessage('The open findings were copied to the clipboard, as questions for the reviewer.', 10_000);
}

/** The file of a verdict beside its letter; null where the letter has no file. */
function besideOf(letter: Uri, ending: string): Uri | null {
  if (letter.scheme === 'untitled' || !letter.path.includes('/')) return null;
  const name = nameOf(letter).replace(/(?:\.imr)?(?:\.(?:txt|text|imr))?$/i, '');
  return Uri.joinPath(letter, '..', `${name}.${ending}`);
}

/** Says that a letter has changed since the verdict saved beside it. */
async function changeSince(saved: Uri | null, { fingerprint }: ReadyLetter): Promise<string> {
  if (saved === null) return '';
  try {
    const before: { readonly fingerprint?: unknown; readonly made?: unknown } = JSON.parse(
      new TextDecoder().decode(await workspace.fs.readFile(saved)),
    );
    const isOther = typeof before.fingerprint === 'string' && before.fingerprint !== fingerprint;
    return isOther ? ` The letter was changed since its verdict of ${String(before.made)} was saved.` : '';
  } catch {
    // There is none, or it is not one of ours.
    return '';
  }
}
