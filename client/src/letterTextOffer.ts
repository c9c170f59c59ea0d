import { ConfigurationTarget, type Disposable, TabInputText, type Uri, window, workspace } from 'vscode';
import { looksLikeLetter } from '../../server/src/intake/recognition.ts';
import { SETTINGS } from '../../server/src/protocol/names.ts';
import { type DocumentTexts, nameOf } from './documentTexts.ts';
import { activeDocument, showAgain, showOutcome } from './letterText.ts';

/**
 * Offers the text of a letter when its PDF or Word file is opened and VS Code has nothing to show it with: it is shown as
 * code, or as a file that cannot be shown. Once for each file, and only if a letter is in it.
 */
export function offerLetterTexts(texts: DocumentTexts): Disposable {
  const seen = new Set<string>();
  // After an unanswered offer, there is none for the next file.
  let isOffering = false;
  const look = async (): Promise<void> => {
    const uri = activeDocument();
    if (uri === null || !isShownAsText() || isOffering || seen.has(uri.toString()) || !isEnabled()) return;
    seen.add(uri.toString());
    isOffering = true;
    await offer(texts, uri);
    isOffering = false;
  };
  void look();
  return window.tabGroups.onDidChangeTabs(look);
}

const openIt = 'Open as Letter Text';
const notAgain = 'Don’t Ask Again';

async function offer(texts: DocumentTexts, uri: Uri): Promise<void> {
  const read = await texts.readQuietly(uri);
  if (read?.kind !== 'text' || !looksLikeLetter(read.text)) return;
  const question = `${nameOf(uri)} holds an IMR letter. Its text can be opened and checked.`;
  const answer = await window.showInformationMessage(question, openIt, notAgain);
  if (answer === openIt && !(await showAgain(uri))) await showOutcome(uri, read);
  if (answer === notAgain) await settings().update(setting, false, ConfigurationTarget.Global);
}

/** A viewer of its own is not. */
const isShownAsText = (): boolean => window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputText;

const setting = 'documents.offerText';
const settings = () => workspace.getConfiguration(SETTINGS);
const isEnabled = (): boolean => settings().get(setting, true);
