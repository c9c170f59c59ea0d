import type { Connection } from 'vscode-languageserver';
import type { SeveritySetting, SeveritySettings } from '../checking/check.ts';
import { RULE_SETTINGS, USER_WORDS_SETTING } from '../protocol/names.ts';
import { severitySetting } from '../team/teamConfig.ts';
import type { Session } from './session.ts';

/** The user's settings that apply to a letter. */
export interface LetterSettings {
  readonly severities: SeveritySettings;
  readonly codeLenses: boolean;
  readonly inlayHints: boolean;
  /** Decisions and conclusions have colors of their own. */
  readonly decisionColors: boolean;
  /** The headings of issues have one, too. */
  readonly headingColors: boolean;
  /** Cards end with an explanation of how their words were read. */
  readonly explanations: boolean;
  /** Paths of guideline files, as they are written. */
  readonly guidelineFiles: readonly string[];
  /** The words of the user's own dictionary. */
  readonly words: readonly string[];
}

/** The user's settings, requested once for each folder, because they do not vary within one, and kept until they change. */
export class Settings {
  readonly #connection: Connection;
  /** By folder. */
  readonly #cache = new Map<string, Promise<LetterSettings>>();
  readonly #canAsk: boolean;

  constructor(connection: Connection, { capabilities }: Session) {
    this.#connection = connection;
    this.#canAsk = capabilities.workspace?.configuration === true;
  }

  of(uri: string): Promise<LetterSettings> {
    const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
    const cached = this.#cache.get(folder);
    if (cached !== undefined) return cached;
    const asked = this.#ask(uri).catch(() => readSettings([]));
    this.#cache.set(folder, asked);
    return asked;
  }

  forget(): void {
    this.#cache.clear();
  }

  async #ask(scopeUri: string): Promise<LetterSettings> {
    if (!this.#canAsk) return readSettings([]);
    const sections = SECTIONS.map((section) => ({ scopeUri, section }));
    const values: unknown = await this.#connection.workspace.getConfiguration(sections);
    return readSettings(Array.isArray(values) ? values : []);
  }
}

const SECTIONS = [
  RULE_SETTINGS,
  'imr.codeLens.enabled',
  'imr.inlayHints.enabled',
  'imr.guidelines.files',
  USER_WORDS_SETTING,
  'imr.hover.explain',
  'imr.colors.decisions',
  'imr.colors.headings',
];

/** What a client sends may be anything; what is not understood counts as not set. In the order of `SECTIONS`. */
function readSettings([
  rules,
  codeLenses,
  inlayHints,
  guidelineFiles,
  words,
  explains,
  decisionColors,
  headingColors,
]: readonly unknown[]): LetterSettings {
  return {
    severities: readSeverities(rules),
    codeLenses: codeLenses !== false,
    inlayHints: inlayHints !== false,
    explanations: explains === true,
    decisionColors: decisionColors !== false,
    headingColors: headingColors !== false,
    guidelineFiles: readTexts(guidelineFiles),
    words: readTexts(words),
  };
}

const readTexts = (texts: unknown): readonly string[] =>
  Array.isArray(texts) ? texts.filter((each) => typeof each === 'string') : [];

/** Only known severities count. */
function readSeverities(settings: unknown): SeveritySettings {
  if (typeof settings !== 'object' || settings === null) return {};
  const severities: Record<string, SeveritySetting> = {};
  for (const [rule, setting] of Object.entries(settings)) {
    const known = severitySetting(setting);
    if (known !== null) severities[rule] = known;
  }
  return severities;
}
