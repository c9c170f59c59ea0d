import { RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { letterSummaries } from '../features/letterSummary.ts';
import type { LetterSummaries } from '../protocol/letterSummary.ts';
import { LETTER_SUMMARY, type OfFile } from '../protocol/messages.ts';
import type { Answers } from './answers.ts';
import type { Letters } from './letters.ts';
import type { Policy } from './policy.ts';
import { unlessCancelled } from './turns.ts';

const LetterSummaryRequest = new RequestType<OfFile, LetterSummaries | null, void>(LETTER_SUMMARY);

interface Parts {
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
  readonly policy: Policy;
}

/** Says what open letters come to. Findings are those of the one check that the editor’s own come from. */
export function serveSummaries({ answers, documents, letters, policy }: Parts): void {
  answers.to(LetterSummaryRequest, async ({ uri }, token) => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const found = await unlessCancelled(letters.checked(document), token);
    if (found === null) return null;
    const { guidelines } = await policy.of(uri);
    return letterSummaries(found.letters, found.reports, guidelines, found.version);
  });
}
