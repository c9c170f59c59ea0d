import type { ChangedFile } from '../protocol/commands.ts';
import { setRule } from '../team/setRule.ts';
import { severitySetting, TEAM_CONFIG } from '../team/teamConfig.ts';
import type { TeamFileEditor } from './teamFileEditor.ts';

/** Sets a rule's severity in the nearest `.imr.json`: it counts for everyone who works in the folder. */
export class SetTeamRuleCommand {
  readonly #editor: TeamFileEditor;

  constructor(editor: TeamFileEditor) {
    this.#editor = editor;
  }

  /** Null where nothing was changed; a message has said why. */
  async run(argument: unknown): Promise<ChangedFile> {
    if (typeof argument !== 'object' || argument === null) return null;
    const members = new Map<string, unknown>(Object.entries(argument));
    const [uri, rule] = ['uri', 'rule'].map((name) => members.get(name));
    const severity = severitySetting(members.get('severity'));
    if (typeof uri !== 'string' || typeof rule !== 'string' || severity === null) return null;
    const file = await this.#editor.fileFor(uri, TEAM_CONFIG);
    if (file === null)
      return this.#editor.refuse('Save the letter first, so that a file next to it can hold the team’s rules.');
    return this.#editor.change(`Set ${rule} to ${severity}`, `${rule} was not changed`, file, (source) =>
      setRule(source, rule, severity),
    );
  }
}
