import type { Connection } from 'vscode-languageserver';
import { severitySetting } from '../config/teamConfig.ts';
import type { SeveritySetting, SeveritySettings } from '../rules/support/check.ts';

/** The user's settings for a letter, asked of the client once and kept until they change. */
export class Settings {
  readonly #connection: Connection;
  readonly #cache = new Map<string, Promise<SeveritySettings>>();
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
    if (uri === undefined) this.#cache.clear();
    else this.#cache.delete(uri);
  }
}

/** What a client sends may be anything: only known severities count, the rest is as if it were not set. */
function readSeverities(settings: unknown): SeveritySettings {
  if (typeof settings !== 'object' || settings === null) return {};
  const severities: Record<string, SeveritySetting> = {};
  for (const [rule, setting] of Object.entries(settings)) {
    const known = severitySetting(setting);
    if (known !== null) severities[rule] = known;
  }
  return severities;
}
