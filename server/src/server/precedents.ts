import { RequestType, type TextDocuments, WorkspaceSymbolRequest } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import { issueAt, precedents } from '../precedents/precedents.ts';
import { type OfLine, PRECEDENTS } from '../protocol/messages.ts';
import type { Precedents } from '../protocol/precedents.ts';
import type { Answers } from './answers.ts';
import type { LetterIndex } from './letterIndex.ts';
import { within } from './turns.ts';

const PrecedentsRequest = new RequestType<OfLine, Precedents | null, void>(PRECEDENTS);

/** A list that opens at a key shows what is known by then; the rest is there when more is typed. In milliseconds. */
const PATIENCE = 1500;

interface Parts {
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly index: LetterIndex;
}

/** Answers what is asked about all letters of the opened folders. */
export function servePrecedents({ answers, documents, index }: Parts): void {
  let last: { readonly question: string; readonly answer: Precedents | null } | null = null;

  answers.to(PrecedentsRequest, async ({ uri, line }, token) => {
    if (askedIssue(uri, line) === null) return null;
    await index.upToDate(token);
    const asked = askedIssue(uri, line);
    if (asked === null) return null;
    // The caret moves within one issue most of the time.
    const question = JSON.stringify([uri, asked.version, asked.entry.part, asked.index, index.revision]);
    if (last?.question !== question) {
      const { part } = asked.entry;
      const others = [...index.letters()].filter(({ file, entry }) => file !== uri || entry.part !== part);
      last = { question, answer: precedents(asked.entry, asked.index, others) };
    }
    return last.answer;
  });

  answers.to(WorkspaceSymbolRequest.type, async ({ query }, token) => {
    await within(PATIENCE, index.upToDate(token));
    return workspaceSymbols(index.letters(), query);
  });

  function askedIssue(uri: string, line: number) {
    const document = documents.get(uri);
    if (document === undefined) return null;
    const asked = issueAt(index.entriesOf(document), line + 1);
    return asked && { ...asked, version: document.version };
  }
}
