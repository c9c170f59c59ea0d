import { ConfigurationTarget, Disposable, type TextDocument, window, workspace } from 'vscode';
import { SETTINGS } from '../../server/src/protocol/names.ts';
import { becomeLetter, opensLikeLetter } from './detector.ts';

/** Files that are text of another kind, and may be a letter all the same: someone saved it as what it is not. */
const OFFERED = /\.(?:md|markdown|log)$/i;

/** Offers to read a Markdown or log file as a letter when it is opened and looks like one. Once for each file. */
export function offerLetterLanguage(): Disposable {
  const seen = new Set<string>();
  const look = async (document: TextDocument | undefined): Promise<void> => {
    if (document === undefined || !OFFERED.test(document.uri.path) || seen.has(document.uri.toString())) return;
    if (!OFFERED_LANGUAGES.has(document.languageId) || !isEnabled() || !opensLikeLetter(document)) return;
    seen.add(document.uri.toString());
    const name = document.uri.path.split('/').at(-1) ?? '';
    const answer = await window.showInformationMessage(`${name} looks like an IMR letter.`, readIt, notAgain);
    if (answer === readIt) await becomeLetter(document);
    if (answer === notAgain) await settings().update(setting, false, ConfigurationTarget.Global);
  };
  void look(window.activeTextEditor?.document);
  // Nobody is asked about a document that no editor shows.
  return Disposable.from(window.onDidChangeActiveTextEditor((editor) => void look(editor?.document)));
}

const OFFERED_LANGUAGES: ReadonlySet<string> = new Set(['markdown', 'log']);

const readIt = 'Read It as One';
const notAgain = 'Don’t Ask Again';

const setting = 'detection.offer';
const settings = () => workspace.getConfiguration(SETTINGS);
const isEnabled = (): boolean => settings().get('detection.enabled', true) && settings().get(setting, true);
