import { commands, type Disposable, Position, Range, SnippetString, type TextEditor, type Uri, window } from 'vscode';
import type { LetterOverview, Place } from '../../../server/src/protocol/letterOverview.ts';
import { letterLanguage } from '../letterLanguage.ts';
import { issueSnippet } from './template.ts';

export const ADD_ISSUE_COMMAND = 'imr.addIssue';

/** `IMR: Add Issue`: writes an empty issue after the one that holds the caret, else after the last. */
export function registerAddIssue(overviewOf: (letter: Uri) => Promise<LetterOverview | null>): Disposable {
  return commands.registerTextEditorCommand(ADD_ISSUE_COMMAND, (editor) => void addIssue(editor, overviewOf));
}

async function addIssue(
  editor: TextEditor,
  overviewOf: (letter: Uri) => Promise<LetterOverview | null>,
): Promise<void> {
  const { document, selection } = editor;
  if (document.languageId !== letterLanguage) return;
  const { version } = document;
  const overview = await overviewOf(document.uri);
  if (document.version !== version) return;
  const place = overview === null ? null : placeAfter(overview, selection.active);
  if (place === null) {
    await window.showInformationMessage('An issue cannot be added, because this letter has no section for issues.');
    return;
  }
  // What is between this issue and the next keeps its distance.
  const text = `\n\n${issueSnippet()}`;
  await editor.insertSnippet(new SnippetString(text), place);
  editor.revealRange(new Range(place, place));
}

function placeAfter({ issues, issuesEnd }: LetterOverview, caret: Position): Position | null {
  const holding = issues.find(
    ({ range }) => !caret.isBefore(position(range.start)) && !caret.isAfter(position(range.end)),
  );
  const end = holding?.range.end ?? issuesEnd;
  return end === null ? null : position(end);
}

const position = ({ line, character }: Place): Position => new Position(line, character);
