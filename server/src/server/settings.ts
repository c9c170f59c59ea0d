import type { Connection } from 'vscode-languageserver';
import type { SeveritySetting, SeveritySettings } from '../rules/support/check.ts';
import { SEVERITIES } from '../rules/support/rule.ts';

/** The user's settings for a letter, asked of the client once and kept until they change. */
export class Settings {
  readonly #connection: Connection;
  readonly #cache = new Map<string, Promise<SeveritySettings>>();
  /** Goes up whenever an answer that was computed with the settings may have become stale. */
  revision = 0;
  /** Whether the client answers `workspace/configuration`. */
  enabled = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  severities(uri: string): Promise<SeveritySettings> {
    if (!this.enabled) return Promise.resolve({});
    const cached = this.#cache.get(uri);
    if (cached !== undefined) return cached;
    const asked = this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'imr.rules' })
      .then(readSeverities, () => ({}));
    this.#cache.set(uri, asked);
    return asked;
  }

  /** Forgets one letter's settings, or everyone's. */
  forget(uri?: string): void {
    if (uri !== undefined) {
      this.#cache.delete(uri);
      return;
    }
    this.#cache.clear();
    this.revision++;
  }
}

/** What a client sends may be anything: only known severities count, the rest is as if it were not set. */
function readSeverities(settings: unknown): SeveritySettings {
  if (typeof settings !== 'object' || settings === null) return {};
  const severities: Record<string, SeveritySetting> = {};
  for (const [rule, setting] of Object.entries(settings)) {
    const known: SeveritySetting | undefined = setting === 'off' ? 'off' : SEVERITIES.find((each) => each === setting);
    if (known !== undefined) severities[rule] = known;
  }
  return severities;
}
