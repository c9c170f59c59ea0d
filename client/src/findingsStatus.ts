import { Disposable, languages, window } from 'vscode';
import { FINDING_SOURCE } from '../../server/src/protocol/names.ts';
import { isEditable } from './editable.ts';
import { extensionName, letterLanguage } from './letterLanguage.ts';

/** The number of findings in the letter being edited, under the braces `{}` in the status bar. */
export function showFindingsStatus(): Disposable {
  const item = languages.createLanguageStatusItem('imr.findings', { language: letterLanguage });
  item.name = extensionName;
  item.detail = 'Checked on this computer; no letter leaves it';
  item.command = { title: 'Show Problems', command: 'workbench.actions.view.problems' };

  const refresh = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== letterLanguage) return;
    if (!isEditable(document)) {
      item.text = 'Not checked, because this document cannot be edited';
      return;
    }
    const findings = languages.getDiagnostics(document.uri).filter(({ source }) => source === FINDING_SOURCE).length;
    item.text = findings === 0 ? 'No findings' : findings === 1 ? '1 finding' : `${findings} findings`;
  };

  refresh();
  return Disposable.from(item, languages.onDidChangeDiagnostics(refresh), window.onDidChangeActiveTextEditor(refresh));
}
