import { Disposable, type Uri } from 'vscode';
import type { LetterOverview } from '../../server/src/protocol/letterOverview.ts';
import { registerFindingKeys } from './findingKeys.ts';
import { registerIssueKeys } from './issueKeys.ts';
import { registerAddIssue } from './newLetter/addIssue.ts';
import { offerTemplates } from './newLetter/emptyFile.ts';
import { registerNewLetter } from './newLetter/newLetter.ts';
import { registerRepairAll } from './repairAll.ts';
import { registerTurnDown } from './turnRuleDown.ts';

/**
 * The commands that write letters and move through them.
 * @param overviewOf asks the server what an open letter comes to
 */
export function registerLetterCommands(overviewOf: (letter: Uri) => Promise<LetterOverview | null>): Disposable {
  return Disposable.from(
    registerNewLetter(),
    registerAddIssue(overviewOf),
    offerTemplates(),
    registerIssueKeys(overviewOf),
    registerFindingKeys(),
    registerTurnDown(),
    registerRepairAll(),
  );
}
