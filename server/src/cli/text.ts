import { type ExitStatus, Outcome } from './exitStatus.ts';
import { printText } from './output.ts';
import { readLetters } from './readLetters.ts';

/** `imr text`: prints the text that a file is read as, whose lines the other commands count. Returns the exit status. */
export async function text(files: readonly string[]): Promise<ExitStatus> {
  const outcome = new Outcome();
  for await (const letter of readLetters(files)) {
    if (letter.kind === 'unreadable') outcome.unread(letter.file, letter.reason);
    if (letter.kind !== 'text') continue;
    if (letter.missing !== '') outcome.unread(letter.file, letter.missing);
    printText(letter.source);
  }
  return outcome.status;
}
