import type { CancellationToken, Connection, Disposable, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheckedLetter } from '../features/codeActions.ts';
import type { LetterFile } from '../intake/letterFile.ts';
import type { CheckSummary } from '../protocol/commands.ts';
import type { Answers } from './answers.ts';
import type { Files } from './files.ts';
import type { Findings } from './findings.ts';
import type { Letters } from './letters.ts';
import type { Session } from './session.ts';
import type { Spelling } from './spelling.ts';
import type { Team } from './team.ts';
import { fewAtATime } from './turns.ts';
import { watchLetters } from './watch.ts';

/** Between a change of what applies to letters and the next check of all, in milliseconds: such changes are often typed. */
const PAUSE = 1000;

interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly files: Files;
  readonly letters: Letters;
  readonly spelling: Spelling;
  readonly findings: Findings;
  readonly team: Team;
}

/** Checks letters that are not open, and keeps what it found true as long as they are on its list. */
export class WorkspaceCheck {
  readonly #parts: Parts;
  /** By address: the file's check that was begun last, by its number. */
  readonly #list = new Map<string, number>();
  /** Those of the list that are letters. */
  readonly #known = new Set<string>();
  #begun = 0;
  /** The latest check of the whole list; an older one stops. */
  #round = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #watching: Promise<Disposable | null> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param argument the list of addresses */
  async run(argument: unknown, token: CancellationToken): Promise<CheckSummary> {
    const uris = Array.isArray(argument) ? [...new Set(argument.filter((uri) => typeof uri === 'string'))] : [];
    const round = ++this.#round;
    this.#replaceList(uris);
    let summary = NOTHING;
    if (uris.length === 0) return summary;
    // If the client shows no progress after all, the check goes on all the same.
    const progress = await this.#parts.connection.window.createWorkDoneProgress().catch(() => null);
    const isStopped = (): boolean =>
      round !== this.#round || token.isCancellationRequested || progress?.token.isCancellationRequested === true;
    progress?.begin('Checking letters', 0, undefined, true);
    let done = 0;
    try {
      // Else the first letters would be checked without it.
      await this.#parts.spelling.ready();
      await fewAtATime(uris, isStopped, async (uri) => {
        const outcome = await this.#check(uri);
        summary = withOutcome(summary, outcome);
        done++;
        const percent = Math.floor((100 * done) / uris.length);
        if (percent > Math.floor((100 * (done - 1)) / uris.length)) {
          const [some, all] = [done, uris.length].map((files) => files.toLocaleString('en-US'));
          progress?.report(percent, `${some} of ${all} files`);
        }
      });
    } finally {
      progress?.done();
    }
    return { ...summary, stopped: done < uris.length };
  }

  /** What applies to letters has changed: checks those of the list again, once the changes have paused. */
  refresh(): void {
    clearTimeout(this.#waiting);
    if (this.#known.size === 0) return;
    const waiting = setTimeout(() => {
      const round = this.#round;
      const isStopped = (): boolean => round !== this.#round || waiting !== this.#waiting;
      this.#parts.answers.see('The check of the letters', () =>
        fewAtATime([...this.#known], isStopped, (uri) => this.#check(uri)),
      );
    }, PAUSE);
    this.#waiting = waiting;
  }

  /** Files were written, or letters closed. */
  async changed(uris: readonly string[]): Promise<void> {
    const mine = uris.filter((uri) => this.#list.has(uri));
    await fewAtATime(
      mine,
      () => false,
      (uri) => this.#check(uri),
    );
  }

  /** Files or folders were deleted: only those that are there again keep their findings. */
  deleted(uris: readonly string[]): Promise<void> {
    return this.changed(uris.flatMap((uri) => this.#at(uri)));
  }

  /** A file or a folder has another address now. */
  renamed(oldUri: string, newUri: string): Promise<void> {
    const moves = this.#at(oldUri).map((uri) => ({ from: uri, to: `${newUri}${uri.slice(oldUri.length)}` }));
    for (const { from, to } of moves) {
      this.#drop(from);
      this.#list.set(to, 0);
    }
    return this.changed(moves.map(({ to }) => to));
  }

  async #check(uri: string): Promise<Outcome> {
    const turn = ++this.#begun;
    this.#list.set(uri, turn);
    const outcome = await this.#outcome(uri);
    // A check that was begun later knows better, and the file may have left the list meanwhile.
    if (this.#list.get(uri) !== turn) return outcome;
    if ('letter' in outcome) {
      this.#known.add(uri);
      this.#parts.findings.publishUnopened(uri, outcome.letter);
    } else {
      this.#forget(uri);
    }
    return outcome;
  }

  async #outcome(uri: string): Promise<Outcome> {
    const { documents, files, letters } = this.#parts;
    const document = documents.get(uri);
    const file = document === undefined ? await files.readLetter(uri) : { text: document.getText() };
    if ('skipped' in file) return file;
    const checked = document === undefined ? null : await letters.checked(document);
    // One that was closed meanwhile is checked as it was then; its closing lets the file be checked again.
    const letter = checked ?? (await letters.checkedUnopened(uri, file.text));
    return letter.letters[0].layout === 'unknown' ? { skipped: 'noLetter' } : { letter };
  }

  #replaceList(uris: readonly string[]): void {
    const wanted = new Set(uris);
    for (const uri of this.#list.keys()) if (!wanted.has(uri)) this.#drop(uri);
    for (const uri of uris) this.#list.set(uri, 0);
    if (uris.length > 0) {
      this.#watching ??= watchLetters(this.#parts.connection, this.#parts.session);
    } else {
      void this.#watching?.then((watching) => watching?.dispose());
      this.#watching = null;
    }
  }

  #drop(uri: string): void {
    this.#list.delete(uri);
    this.#forget(uri);
  }

  #forget(uri: string): void {
    const { documents, findings, team } = this.#parts;
    this.#known.delete(uri);
    if (documents.get(uri) === undefined) team.forgetLetter(uri);
    findings.publishUnopened(uri, null);
  }

  /** What of the list lies at an address: a file, or all in a folder. */
  #at(uri: string): readonly string[] {
    if (this.#list.has(uri)) return [uri];
    return [...this.#list.keys()].filter((each) => each.startsWith(`${uri}/`));
  }
}

type Outcome = { readonly letter: CheckedLetter } | Extract<LetterFile, { readonly skipped: string }>;

const NOTHING: CheckSummary = {
  letters: 0,
  findings: 0,
  lettersWithFindings: 0,
  tooLarge: 0,
  unreadable: 0,
  stopped: false,
};

function withOutcome(summary: CheckSummary, outcome: Outcome): CheckSummary {
  if ('skipped' in outcome) {
    const { skipped } = outcome;
    return skipped === 'noLetter' ? summary : { ...summary, [skipped]: summary[skipped] + 1 };
  }
  const found = outcome.letter.reports.length;
  return {
    ...summary,
    letters: summary.letters + 1,
    findings: summary.findings + found,
    lettersWithFindings: summary.lettersWithFindings + (found > 0 ? 1 : 0),
  };
}
