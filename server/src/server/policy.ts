import type { PutAsideEntry } from '../config/putAside.ts';
import { resolveSeverities } from '../config/teamConfig.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import type { SeveritySettings } from '../rules/support/check.ts';
import type { OwnGuidelines } from './ownGuidelines.ts';
import type { Settings } from './settings.ts';
import type { Team } from './team.ts';

/** What applies to a letter beside its own text. */
export interface LetterPolicy {
  readonly severities: SeveritySettings;
  readonly putAside: readonly PutAsideEntry[];
  /** Words that the user or the team spells so. */
  readonly words: readonly string[];
  /** The facts that the letter is held against. */
  readonly guidelines: GuidelineCatalogue;
  /** What the user wants to see beside the text. */
  readonly shows: { readonly codeLenses: boolean; readonly inlayHints: boolean };
  /** Called with the letter's name and the entries that it does not need any more. */
  noteUnused(name: string, entries: readonly PutAsideEntry[]): void;
}

/** The user's settings and the team's files, as one answer. */
export class Policy {
  readonly #settings: Settings;
  readonly #team: Team;
  readonly #guidelines: OwnGuidelines;
  /** Goes up whenever an answer given before may have become stale. */
  revision = 0;

  constructor(settings: Settings, team: Team, guidelines: OwnGuidelines) {
    this.#settings = settings;
    this.#team = team;
    this.#guidelines = guidelines;
  }

  async of(uri: string): Promise<LetterPolicy> {
    const [user, { config, putAside }] = await Promise.all([this.#settings.of(uri), this.#team.rulesFor(uri)]);
    return {
      severities: resolveSeverities(user.severities, config?.file ?? null),
      putAside: putAside?.file.entries ?? [],
      words: [...user.words, ...(config?.file.words ?? [])],
      guidelines: await this.#guidelines.of(uri, user.guidelineFiles, config),
      shows: user,
      noteUnused: (name, entries) => {
        if (putAside !== null) this.#team.noteUnused(putAside.uri, uri, name, entries);
      },
    };
  }

  /** The address that a letter in the first opened folder would have. */
  anyLetter(): string {
    return `${this.#guidelines.firstFolder() ?? 'untitled:'}letter.imr`;
  }

  /** Makes every letter be checked again. */
  invalidate(): void {
    this.revision++;
  }
}
