import { Disposable, languages, MarkdownString, StatusBarAlignment, type Uri, window, workspace } from 'vscode';
import type { LetterOverview } from '../../server/src/protocol/letterOverview.ts';
import { FINDING_SOURCE } from '../../server/src/protocol/names.ts';
import { isEditable } from './editable.ts';
import { NEXT_FINDING_COMMAND } from './findingKeys.ts';
import { NEXT_ISSUE_COMMAND } from './issueKeys.ts';
import { extensionName, letterLanguage } from './letterLanguage.ts';
import { ADD_ISSUE_COMMAND } from './newLetter/addIssue.ts';

/** How long after a change it is updated, in milliseconds: people read it when they pause. */
const pause = 300;

/**
 * In the status bar while a letter is being edited: its decisions and the number of findings. The tooltip says which form
 * the letter has, and links to what can be done with it.
 */
export function showLetterStatus(overviewOf: (letter: Uri) => Promise<LetterOverview | null>): Disposable {
  const item = window.createStatusBarItem('imr.letter', StatusBarAlignment.Right, 99);
  item.name = extensionName;
  item.command = { title: 'Commands', command: 'workbench.action.quickOpen', arguments: ['>IMR: '] };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = async () => {
    const document = activeLetter();
    const overview = document === undefined ? null : await overviewOf(document.uri).catch(() => null);
    // Another editor may have become the active one meanwhile.
    if (document !== activeLetter()) return;
    if (document === undefined || overview === null) {
      item.hide();
      return;
    }
    const findings = findingsIn(document.uri);
    item.text = [`$(law) ${overview.decisions === '' ? 'No decision yet' : overview.decisions}`, findings].join(' · ');
    item.tooltip = tooltip(overview, findings);
    item.accessibilityInformation = { label: `IMR letter: ${overview.decisions}, ${findings}`, role: 'button' };
    item.show();
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), pause);
  };

  void write();
  return Disposable.from(
    item,
    new Disposable(() => clearTimeout(timer)),
    window.onDidChangeActiveTextEditor(() => void write()),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = activeLetter()?.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) soon();
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === activeLetter()) soon();
    }),
  );
}

function activeLetter() {
  const document = window.activeTextEditor?.document;
  return document?.languageId === letterLanguage && isEditable(document) ? document : undefined;
}

function findingsIn(letter: Uri): string {
  const count = languages.getDiagnostics(letter).filter(({ source }) => source === FINDING_SOURCE).length;
  return count === 0 ? 'no findings' : count === 1 ? '1 finding' : `${count} findings`;
}

function tooltip({ form, decisions }: LetterOverview, findings: string): MarkdownString {
  const commands = [
    ['Go to the next finding', NEXT_FINDING_COMMAND],
    ['Go to the next issue', NEXT_ISSUE_COMMAND],
    ['Add an issue', ADD_ISSUE_COMMAND],
    ['Show all findings', 'workbench.actions.view.problems'],
  ] as const;
  const facts = [`**IMR determination letter**`, form, decisions === '' ? 'no decision yet' : decisions, findings];
  const links = commands.map(([title, command]) => `[${title}](command:${command})`);
  const text = new MarkdownString(
    `${facts.join(' · ')}\n\n${links.join(' · ')}\n\nChecked on this computer; no letter leaves it.`,
  );
  text.isTrusted = { enabledCommands: commands.map(([, command]) => command) };
  return text;
}
