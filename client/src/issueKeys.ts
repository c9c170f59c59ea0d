import {
  commands,
  Disposable,
  Position,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
} from 'vscode';
import type { LetterOverview } from '../../server/src/protocol/letterOverview.ts';
import { letterLanguage } from './letterLanguage.ts';

export const NEXT_ISSUE_COMMAND = 'imr.nextIssue';

/** *Next Issue* and *Previous Issue*: the caret goes to the heading. After the last issue comes the first. */
export function registerIssueKeys(overviewOf: (letter: Uri) => Promise<LetterOverview | null>): Disposable {
  const goes = (command: string, choose: (headings: readonly Position[], caret: Position) => Position | undefined) =>
    commands.registerTextEditorCommand(command, (editor) => void goTo(editor, overviewOf, choose));
  return Disposable.from(
    goes(NEXT_ISSUE_COMMAND, (headings, caret) => headings.find((each) => each.isAfter(caret)) ?? headings[0]),
    goes(
      'imr.previousIssue',
      (headings, caret) => headings.findLast((each) => each.isBefore(caret)) ?? headings.at(-1),
    ),
  );
}

async function goTo(
  editor: TextEditor,
  overviewOf: (letter: Uri) => Promise<LetterOverview | null>,
  choose: (headings: readonly Position[], caret: Position) => Position | undefined,
): Promise<void> {
  if (editor.document.languageId !== letterLanguage) return;
  const overview = await overviewOf(editor.document.uri);
  const headings = (overview?.issues ?? []).map(({ heading: { start } }) => new Position(start.line, start.character));
  const heading = choose(headings, editor.selection.active);
  if (heading === undefined) return;
  editor.selection = new Selection(heading, heading);
  editor.revealRange(new Range(heading, heading), TextEditorRevealType.InCenterIfOutsideViewport);
}
