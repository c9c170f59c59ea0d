import { RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { printFile, printLetter } from '../export/printLetter.ts';
import { reportsOf } from '../features/severalLetters.ts';
import { PRINTED_LETTER, type PrintedLetterParams } from '../protocol/messages.ts';
import type { PrintedFile } from '../protocol/printedLetter.ts';
import type { Answers } from './answers.ts';
import type { Letters } from './letters.ts';

const PrintedLetterRequest = new RequestType<PrintedLetterParams, PrintedFile | null, void>(PRINTED_LETTER);

interface Parts {
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
}

/** Lays out letters, for a client that makes files of them. */
export function servePrinting({ answers, documents, letters }: Parts): void {
  answers.to(PrintedLetterRequest, async ({ uri, withFindings }) => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const found = withFindings ? await letters.checked(document) : null;
    const all = found?.letters ?? letters.of(document);
    if (all[0].layout === 'unknown') return null;
    return printFile(
      all.map((letter) => printLetter(letter, found === null ? [] : reportsOf(letter, all, found.reports))),
    );
  });
}
