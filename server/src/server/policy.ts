import type { ColorSettings } from '../features/semanticTokens.ts';
import type { LetterPolicy } from '../pipeline/letterPolicy.ts';
import type { LetterNames } from '../team/letterNames.ts';
import { nothingPutAside, type PutAsideEntry } from '../team/putAside.ts';
import { resolveSeverities } from '../team/teamConfig.ts';
import type { OwnGuidelines } from './ownGuidelines.ts';
import type { Settings } from './settings.ts';
import type { Team } from './team.ts';
import type { Workspace } from './workspace.ts';

/** What applies to a letter in an editor. */
export interface EditorPolicy extends LetterPolicy {
  /** What the user wants to see beside the text. */
  readonly shows: ColorSettings & {
    readonly codeLenses: boolean;
    readonly inlayHints: boolean;
    readonly explanations: boolean;
  };
  /** Called with the letter's names and the entries that it no longer needs. */
  noteUnused(names: LetterNames, entries: readonly PutAsideEntry[]): void;
}

/** The user's settings and the team's files, as one answer. */
export class Policy {
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  readonly #team: Team;
  readonly #guidelines: OwnGuidelines;
  /** Increases whenever an earlier answer may be out of date. */
  revision = 0;

  constructor(workspace: Workspace, settings: Settings, team: Team, guidelines: OwnGuidelines) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#team = team;
    this.#guidelines = guidelines;
  }

  async of(uri: string): Promise<EditorPolicy> {
    const [user, { config, putAside }] = await Promise.all([this.#settings.of(uri), this.#team.rulesFor(uri)]);
    return {
      severities: resolveSeverities(user.severities, config?.file ?? null),
      putAside: putAside?.file.entriesOf ?? nothingPutAside,
      words: [...user.words, ...(config?.file.words ?? [])],
      guidelines: await this.#guidelines.of(uri, user.guidelineFiles, config),
      shows: user,
      noteUnused: (names, entries) => {
        if (putAside !== null) this.#team.noteUnused(putAside.uri, uri, names, entries);
      },
    };
  }

  /** The address that a letter in the first opened folder would have. */
  anyLetter(): string {
    return `${this.#workspace.folders[0] ?? 'untitled:'}letter.imr`;
  }

  /** Makes every letter be checked again. */
  invalidate(): void {
    this.revision++;
  }
}
