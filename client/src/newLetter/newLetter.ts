import { commands, type Disposable, languages, SnippetString, type TextDocument, Uri, window, workspace } from 'vscode';
import { letterLanguage } from '../letterLanguage.ts';
import { ask, type Question, type TextQuestion } from '../questions.ts';
import { asLetterDate, checkCaseNumber, checkDate, orderNote } from './answers.ts';
import { type LetterAnswers, letterSnippet } from './template.ts';

/** `IMR: New Letter`: asks for what every letter has, and opens one in the current form, with tab stops for the rest. */
export function registerNewLetter(): Disposable {
  return commands.registerCommand('imr.newLetter', async () => {
    const answers = await ask('New IMR Letter', usualSteps, questionAfter);
    if (answers !== undefined) await openLetter(letterOf(answers));
  });
}

const dates = [
  { prompt: 'Date of injury', follows: null },
  { prompt: 'Date of the utilization review denial', follows: 'the injury' },
  { prompt: 'Date on which the application was received', follows: 'the denial' },
  { prompt: 'Date assigned', follows: 'the application was received' },
  { prompt: 'Decision date', follows: 'the case was assigned' },
] as const;
const firstDate = 1;
const firstTreatment = firstDate + dates.length + 2;
const usualSteps = firstTreatment + 2;

const later = 'Press Enter to leave it blank; its place in the letter is marked.';

function questionAfter(answers: readonly string[]): Question | null {
  const step = answers.length;
  if (step === 0) {
    return { kind: 'text', prompt: `Case number. ${later}`, example: 'CM17-0990001', check: checkCaseNumber };
  }
  const date = dates[step - firstDate];
  if (date !== undefined) return dateQuestion(date, answers.at(-1) ?? '');
  if (step === firstDate + dates.length) {
    const choices = [
      { label: 'Leave Open', answer: '' },
      { label: 'Standard', answer: 'Standard' },
      { label: 'Expedited', answer: 'Expedited' },
    ];
    return { kind: 'choice', prompt: 'Priority', choices };
  }
  if (step === firstTreatment - 1) {
    const example = 'Physical Medicine & Rehabilitation';
    return { kind: 'text', prompt: `The reviewer’s specialty. ${later}`, example, check: () => null };
  }
  // An empty answer ends the list.
  if (step > firstTreatment && answers.at(-1) === '') return null;
  return {
    kind: 'text',
    prompt:
      step === firstTreatment
        ? 'The first treatment in dispute, as its heading names it. Press Enter to leave it blank.'
        : `Treatment ${step - firstTreatment + 1} in dispute. Press Enter if there are no more.`,
    example: 'Physical therapy 2 times a week for 4 weeks for the left ankle',
    check: () => null,
  };
}

function dateQuestion({ prompt, follows }: (typeof dates)[number], earlier: string): TextQuestion {
  const question = { kind: 'text', prompt: `${prompt}. ${later}`, example: 'MM/DD/YYYY', check: checkDate } as const;
  return follows === null || checkDate(earlier) !== null
    ? question
    : { ...question, remark: (answer) => orderNote(answer, earlier, follows) };
}

function letterOf(answers: readonly string[]): LetterAnswers {
  const [caseNumber = '', ...others] = answers;
  const [injury = '', denial = '', received = '', assigned = '', decision = ''] = others
    .slice(0, dates.length)
    .map(asLetterDate);
  const [priority = '', specialty = '', ...treatments] = others.slice(dates.length);
  return {
    caseNumber: caseNumber.toUpperCase(),
    dateOfInjury: injury,
    urDenialDate: denial,
    applicationReceived: received,
    dateAssigned: assigned,
    decisionDate: decision,
    priority,
    specialty,
    treatments: treatments.filter((each) => each !== ''),
  };
}

async function openLetter(answers: LetterAnswers): Promise<void> {
  const editor = await window.showTextDocument(await emptyLetter(answers.caseNumber));
  await editor.insertSnippet(new SnippetString(letterSnippet(answers)));
}

/** An unsaved letter. With a case number it has the name that it is to be saved by, beside the letter being read. */
async function emptyLetter(caseNumber: string): Promise<TextDocument> {
  const folder = folderForLetters();
  if (caseNumber !== '' && folder !== undefined) {
    const uri = Uri.joinPath(folder, `${caseNumber}.txt`).with({ scheme: 'untitled' });
    try {
      const document = await workspace.openTextDocument(uri);
      return await languages.setTextDocumentLanguage(document, letterLanguage);
    } catch {
      // There is such a file already, and it is left as it is.
    }
  }
  return workspace.openTextDocument({ language: letterLanguage, content: '' });
}

/** The folder of the letter being read, else the first opened folder. An unsaved file cannot belong to another file system. */
function folderForLetters(): Uri | undefined {
  const active = window.activeTextEditor?.document;
  const beside = active?.languageId === letterLanguage ? Uri.joinPath(active.uri, '..') : undefined;
  return [beside, workspace.workspaceFolders?.[0]?.uri].find((uri) => uri !== undefined && onDisk.has(uri.scheme));
}

const onDisk: ReadonlySet<string> = new Set(['file', 'vscode-remote']);
