import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Determination, letterAt } from '../determination/model/determination.ts';
import { today } from '../pipeline/today.ts';
import type { ChangedFile, PutAsideRequest } from '../protocol/commands.ts';
import { fingerprint } from '../team/fingerprint.ts';
import { letterNames } from '../team/letterNames.ts';
import { PUT_ASIDE_FILE } from '../team/putAside.ts';
import { addEntries } from '../team/putAsideEdits.ts';
import { fileName, foldersUpwards } from '../team/teamFiles.ts';
import type { Letters } from './letters.ts';
import type { TeamFileEditor } from './teamFileEditor.ts';

/** The documents that a client has open, and what they say. */
export interface OpenLetters {
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
}

/** A team's file has to say which letter an entry is about. */
const NAMELESS =
  'Nothing was put aside, because this letter has no name yet. Write its case number, or save it; then put the finding aside.';

/** Puts a finding aside: adds it to the nearest `.imr-ignore.json`. */
export class PutAsideCommand {
  readonly #open: OpenLetters;
  readonly #editor: TeamFileEditor;

  constructor(open: OpenLetters, editor: TeamFileEditor) {
    this.#open = open;
    this.#editor = editor;
  }

  /** Null where nothing was changed; a message has said why. */
  async run(argument: unknown): Promise<ChangedFile> {
    const request = readRequest(argument);
    if (request === null) return null;
    const document = this.#open.documents.get(request.uri);
    if (document === undefined) return null;
    const file = await this.#editor.fileFor(request.uri, PUT_ASIDE_FILE);
    if (file === null)
      return this.#editor.refuse('Save the letter first, so that a file next to it can record what is put aside.');
    const { fingerprint, rule, reason, by } = request;
    const name = fileName(request.uri);
    const [letter] = letterNames(this.#letterOf(document, request), name);
    // The editor's own name for what was never saved is gone when it is.
    if (letter === name && foldersUpwards(request.uri).length === 0) return this.#editor.refuse(NAMELESS);
    const entry = { fingerprint, rule, letter, reason, date: today(), ...(by.trim() !== '' && { by: by.trim() }) };
    return this.#editor.change('Put finding aside', 'Nothing was put aside', file, (source) =>
      addEntries(source, [entry]),
    );
  }

  /** The letter that the finding is of, where the document holds several. */
  #letterOf(document: TextDocument, { rule, fingerprint: wanted }: PutAsideRequest): Determination {
    const letters = this.#open.letters.of(document);
    if (letters.length === 1) return letters[0];
    const reports = this.#open.letters.found(document)?.reports ?? [];
    for (const report of reports) {
      const letter = letterAt(letters, report.span.start);
      if (report.rule.name === rule && fingerprint(letter, report) === wanted) return letter;
    }
    return letters[0];
  }
}

function readRequest(argument: unknown): Required<Omit<PutAsideRequest, 'about'>> | null {
  if (typeof argument !== 'object' || argument === null) return null;
  const members = new Map<string, unknown>(Object.entries(argument));
  const [uri, fingerprint, rule, reason = '', by = ''] = ['uri', 'fingerprint', 'rule', 'reason', 'by'].map((name) =>
    members.get(name),
  );
  const isComplete =
    typeof uri === 'string' &&
    typeof fingerprint === 'string' &&
    typeof rule === 'string' &&
    typeof reason === 'string' &&
    typeof by === 'string';
  return isComplete ? { uri, fingerprint, rule, reason, by } : null;
}
