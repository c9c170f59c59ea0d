import { window, workspace } from 'vscode';
import { ask } from './questions.ts';
import { changeTeamFile } from './teamFile.ts';

/**
 * Asks why a finding is put aside, and lets the server add it to the team's file. Escape puts nothing aside, and a
 * reason may not be empty. The notice afterward can undo it.
 * @param given what the quick fix says of the finding
 * @param carryOut lets the server carry it out; answers which file was changed
 * @param bringBack lets the server take it back; answers the same
 */
export async function putAside(
  given: unknown,
  carryOut: (request: unknown) => unknown,
  bringBack: (request: unknown) => unknown,
): Promise<void> {
  const request = { ...(typeof given === 'object' && given !== null ? given : {}) };
  const about = 'about' in request && typeof request.about === 'string' ? request.about : 'this finding';
  const reason = 'reason' in request && isReason(request.reason) ? request.reason : await askReason(about);
  if (reason === undefined) return;
  const isDone = await changeTeamFile(() => carryOut({ ...request, reason, by: whoPutsAside() }));
  if (!isDone) return;
  // The notice stays for as long as someone may want it, and the command is done meanwhile.
  void window.showInformationMessage(`Put aside in .imr-ignore.json: ${about}`, undo).then(async (chosen) => {
    if (chosen === undo) await changeTeamFile(() => bringBack(request));
  });
}

/** Those who want to be named have said so in a setting. */
const whoPutsAside = (): string => workspace.getConfiguration('imr').get('putAside.by', '').trim();

const undo = 'Undo';

const isReason = (reason: unknown): reason is string => typeof reason === 'string' && reason.trim() !== '';

async function askReason(about: string): Promise<string | undefined> {
  const answers = await ask(`Put Aside ${about}`, 1, (given) =>
    given.length > 0
      ? null
      : {
          kind: 'text',
          prompt: 'Why? The finding is hidden until its words change. Your team reads the reason in .imr-ignore.json.',
          example: 'For example: confirmed by the reviewer',
          check: (answer) => (answer === '' ? 'Give a reason in a few words, for whoever reads the file later.' : null),
        },
  );
  return answers?.[0];
}
