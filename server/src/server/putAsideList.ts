import { RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenLetter, putAsideItems } from '../features/putAsideItems.ts';
import { reportsOf } from '../features/severalLetters.ts';
import { LETTER_CALLED, type LetterCalledParams, PUT_ASIDE_LIST } from '../protocol/messages.ts';
import type { PutAsideItem, PutAsideListParams } from '../protocol/putAsideList.ts';
import { letterKey, letterNames } from '../team/letterNames.ts';
import { PUT_ASIDE_FILE, readPutAside } from '../team/putAside.ts';
import { fileName, isTeamFile } from '../team/teamFiles.ts';
import type { Answers } from './answers.ts';
import type { Files } from './files.ts';
import type { LetterIndex } from './letterIndex.ts';
import type { Letters } from './letters.ts';

const PutAsideListRequest = new RequestType<PutAsideListParams, readonly PutAsideItem[], void>(PUT_ASIDE_LIST);
const LetterCalledRequest = new RequestType<LetterCalledParams, string | null, void>(LETTER_CALLED);

interface Parts {
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: Files;
  readonly letters: Letters;
  readonly index: LetterIndex;
}

/** Answers what was put aside, and in which letter. */
export function servePutAsideList({ answers, documents, files, letters, index }: Parts): void {
  answers.to(PutAsideListRequest, async ({ files: uris }) => {
    const open = await openLetters();
    const lists = await Promise.all(
      uris
        .filter((uri) => fileName(uri) === PUT_ASIDE_FILE)
        .map(async (uri) => {
          const file = await files.read(uri);
          return file.kind === 'text' ? putAsideItems(uri, readPutAside(file.text).entries, open) : [];
        }),
    );
    return lists.flat();
  });

  answers.to(LetterCalledRequest, async ({ name }, token) => {
    await index.upToDate(token);
    const wanted = letterKey(name);
    for (const { file, entry } of index.letters()) {
      if (letterKey(entry.caseNumber ?? '') === wanted || letterKey(fileName(file)) === wanted) return file;
    }
    // The case number may be only in the file's name.
    for (const { file } of index.letters()) if (fileName(file).includes(name)) return file;
    return null;
  });

  async function openLetters(): Promise<readonly OpenLetter[]> {
    const open: OpenLetter[] = [];
    for (const document of documents.all()) {
      if (isTeamFile(document.uri)) continue;
      const found = await letters.checked(document);
      if (found === null || found.letters[0].layout === 'unknown') continue;
      const { uri, letters: all } = found;
      for (const determination of all) {
        const putAside = reportsOf(determination, all, found.putAside);
        open.push({ uri, determination, putAside, names: letterNames(determination, fileName(uri)) });
      }
    }
    return open;
  }
}
