import { type ExitStatus, Outcome } from './exitStatus.ts';
import { findInputs } from './inputs.ts';
import { printText } from './output.ts';
import { readInput } from './readLetter.ts';

/** `imr text`: prints the text that a file is read as, whose lines the other commands count. Returns the exit status. */
export async function text(names: readonly string[], stdinFilename: string): Promise<ExitStatus> {
  const outcome = new Outcome();
  for (const input of await findInputs(names, stdinFilename)) {
    const letter = await readInput(input);
    if (letter.kind === 'unreadable') outcome.unread(letter.file, letter.reason);
    if (letter.kind !== 'text') continue;
    if (letter.from.missing !== '') outcome.unread(letter.file, letter.from.missing);
    printText(letter.source);
  }
  return outcome.status;
}
