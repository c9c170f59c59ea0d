import type { PutAsideEntry } from '../config/putAside.ts';
import { resolveSeverities } from '../config/teamConfig.ts';
import type { SeveritySettings } from '../rules/support/check.ts';
import type { Settings } from './settings.ts';
import type { Team } from './team.ts';

/** What applies to a letter beside its own text. */
export interface LetterPolicy {
  readonly severities: SeveritySettings;
  readonly putAside: readonly PutAsideEntry[];
  /** Called with the entries that the letter does not need any more. */
  noteUnused(entries: readonly PutAsideEntry[]): void;
}

/** The user's settings and the team's files, as one answer. */
export class Policy {
  readonly #settings: Settings;
  readonly #team: Team;
  /** Goes up whenever an answer given before may have become stale. */
  revision = 0;

  constructor(settings: Settings, team: Team) {
    this.#settings = settings;
    this.#team = team;
  }

  async of(uri: string): Promise<LetterPolicy> {
    const [user, { config, putAside }] = await Promise.all([this.#settings.severities(uri), this.#team.rulesFor(uri)]);
    return {
      severities: resolveSeverities(user, config?.file ?? null),
      putAside: putAside?.file.entries ?? [],
      noteUnused: (entries) => {
        if (putAside !== null) this.#team.noteUnused(putAside.uri, uri, entries);
      },
    };
  }

  /** Makes every letter be checked again. */
  invalidate(): void {
    this.revision++;
  }
}
