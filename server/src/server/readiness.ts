import { RequestType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import type { Determination } from '../determination/model/determination.ts';
import { checkLetter } from '../pipeline/checkLetter.ts';
import { today } from '../pipeline/today.ts';
import { type OfFile, READY_LETTER } from '../protocol/messages.ts';
import type { ReadyLetter } from '../protocol/readyLetter.ts';
import { questionsForReviewer } from '../report/ready/questions.ts';
import { readyPage } from '../report/ready/readyPage.ts';
import { readyVerdict, rulesOffIn } from '../report/ready/verdict.ts';
import { fileName } from '../team/teamFiles.ts';
import type { Answers } from './answers.ts';
import type { Letters } from './letters.ts';
import type { Policy } from './policy.ts';
import type { Spelling } from './spelling.ts';

const ReadyLetterRequest = new RequestType<OfFile, ReadyLetter | null, void>(READY_LETTER);

interface Parts {
  readonly answers: Answers;
  readonly documents: TextDocuments<TextDocument>;
  readonly letters: Letters;
  readonly policy: Policy;
  readonly spelling: Spelling;
}

/** Says whether open letters may go out. A verdict waits for the dictionary: spelling is part of it. */
export function serveReadiness({ answers, documents, letters, policy, spelling }: Parts): void {
  answers.to(ReadyLetterRequest, async ({ uri }) => {
    const [applied] = await Promise.all([policy.of(uri), spelling.ready()]);
    // Looked up after the wait: the letter may have changed or closed meanwhile.
    const document = documents.get(uri);
    if (document === undefined) return null;
    const [first, ...others] = letters.of(document);
    if (first.layout === 'unknown') return null;
    const { dictionary } = spelling;
    const file = fileName(uri);
    const check = (letter: Determination) => checkLetter(letter, file, { policy: applied, dictionary });
    const verdict = readyVerdict([check(first), ...others.map(check)], {
      file,
      made: today(),
      version,
      missing: '',
      rulesOff: rulesOffIn(applied.severities),
      isSpelled: dictionary !== null,
    });
    return {
      verdict: verdict.verdict,
      summary: verdict.summary,
      fingerprint: verdict.fingerprint,
      html: readyPage(verdict),
      json: `${JSON.stringify(verdict, null, 1)}\n`,
      questions: questionsForReviewer(verdict),
    };
  });
}
