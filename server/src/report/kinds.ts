import { RULES } from '../rules/index.ts';

/** Whether a finding is about what the letter decides and why, or about how it is written. */
export type FindingKind = 'substance' | 'wording';

/** About how a letter is written, by their category; but what must not go out at all is not a matter of style. */
const SUBSTANCE_OF_TEXT: readonly string[] = ['personal-information', 'placeholder'];

const WORDING: ReadonlySet<string> = new Set(
  RULES.flatMap(({ name, category }) => (category === 'text' && !SUBSTANCE_OF_TEXT.includes(name) ? [name] : [])),
);

export const kindOf = (rule: string): FindingKind => (WORDING.has(rule) ? 'wording' : 'substance');

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ name, title }) => [name, title]));

/** What a rule looks for, in a few words; its name where it has none. */
export const titleOf = (rule: string): string => TITLES.get(rule) ?? rule;
