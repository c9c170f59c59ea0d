/** The team's settings for a folder of letters: `.imr.json`. */
import type { Node } from 'jsonc-parser';
import type { SeveritySetting, SeveritySettings } from '../checking/check.ts';
import { SEVERITIES } from '../checking/rule.ts';
import { nearlyEqual } from '../text/nearlyEqual.ts';
import {
  elementsOf,
  type FileProblem,
  membersOf,
  Problems,
  readRoot,
  type StringNode,
  spanOf,
  stringOf,
} from './teamJson.ts';

export const TEAM_CONFIG = '.imr.json';

/** What a `.imr.json` says. What is wrong in it is left out here and reported in `problems`. */
export interface TeamConfig {
  readonly rules: SeveritySettings;
  /** Further guideline facts: addresses of files as they are written, relative to the folder of this file. */
  readonly guidelineFiles: readonly StringNode[];
  /** Words that are spelled correctly. */
  readonly words: readonly string[];
  readonly problems: readonly FileProblem[];
}

export const SEVERITY_SETTINGS: readonly SeveritySetting[] = ['off', ...SEVERITIES];

/** Reads a `.imr.json`. Total: any text gives settings, if only empty ones. */
export function readTeamConfig(source: string, ruleNames: readonly string[]): TeamConfig {
  const problems = new Problems();
  let rules: SeveritySettings = {};
  let guidelineFiles: readonly StringNode[] = [];
  let words: readonly string[] = [];
  const root = readRoot(source, problems);
  for (const { name, nameSpan, value } of root === null ? [] : membersOf(root, 'The file', problems)) {
    if (name === 'rules') rules = readRules(value, ruleNames, problems);
    else if (name === 'guidelines') guidelineFiles = readList(value, name, 'files', problems);
    else if (name === 'dictionary') words = readList(value, name, 'words', problems).map((word) => word.value);
    else if (name !== '$schema') {
      problems.warning(nameSpan, `“${name}” is not known here; use “rules”, “guidelines”, or “dictionary”.`);
    }
  }
  return { rules, guidelineFiles, words, problems: problems.all };
}

/** A severity by its name; null for anything else, as what a user or a client writes may be anything. */
export function severitySetting(value: unknown): SeveritySetting | null {
  return SEVERITY_SETTINGS.find((setting) => setting === value) ?? null;
}

/**
 * The severities that apply to a letter: the user's own settings, and over them the team's, so that everyone of a team
 * and the command line see the same. A rule named in neither has its own.
 */
export function resolveSeverities(user: SeveritySettings, team: TeamConfig | null): SeveritySettings {
  return team === null ? user : { ...user, ...team.rules };
}

function readRules(node: Node, ruleNames: readonly string[], problems: Problems): SeveritySettings {
  const rules: Record<string, SeveritySetting> = {};
  for (const { name, nameSpan, value } of membersOf(node, '“rules”', problems)) {
    const setting = severitySetting(value.value);
    if (!ruleNames.includes(name)) {
      const similar = ruleNames.find((rule) => nearlyEqual(rule, name, 2));
      const hint = similar === undefined ? '' : ` Did you mean “${similar}”?`;
      problems.warning(nameSpan, `There is no rule “${name}”.${hint}`);
    } else if (setting === null) {
      problems.warning(spanOf(value), `A rule must be set to ${quotedList(SEVERITY_SETTINGS)}. This is not used.`);
    } else {
      rules[name] = setting;
    }
  }
  return rules;
}

/** `{ "files": ["…"] }` and `{ "words": ["…"] }`. */
function readList(node: Node, name: string, listName: string, problems: Problems): readonly StringNode[] {
  const strings: StringNode[] = [];
  for (const member of membersOf(node, `“${name}”`, problems)) {
    if (member.name !== listName) {
      problems.warning(member.nameSpan, `“${member.name}” is not known in “${name}”; use “${listName}”.`);
      continue;
    }
    for (const element of elementsOf(member.value, `“${listName}”`, problems)) {
      const text = stringOf(element, `Each of “${listName}”`, problems);
      if (text !== null) strings.push({ value: text, span: spanOf(element) });
    }
  }
  return strings;
}

function quotedList(values: readonly string[]): string {
  const quoted = values.map((value) => `“${value}”`);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
