import type { Sentence } from './phrase.ts';

/** Singular verbs by their plural, and the other way around. */
export const PLURAL_OF: ReadonlyMap<string, string> = new Map([
  ['is', 'are'],
  ['was', 'were'],
  ['has', 'have'],
  ['does', 'do'],
]);
export const SINGULAR_OF: ReadonlyMap<string, string> = new Map([...PLURAL_OF].map(([one, many]) => [many, one]));

/** As it is written, 'x-ray' with its first half. */
function written(sentence: Sentence, at: number): string {
  const { tokens } = sentence.reading;
  return sentence.afterHyphen(at - 1) === at && at - 2 >= sentence.first
    ? tokens.slice(at - 2, at + 1)
    : tokens.written(at);
}

export const isPlural = (sentence: Sentence, noun: number, right: string): string =>
  `“${written(sentence, noun)}” is plural: use “${right}”.`;
export const isSingular = (sentence: Sentence, noun: number, right: string): string =>
  `“${written(sentence, noun)}” is singular: use “${right}”.`;
export const goesWith = (sentence: Sentence, pronoun: number, right: string): string =>
  `Use “${right}” with “${written(sentence, pronoun)}”.`;

/** The form for several of a verb for one: 'shows' to 'show'. */
export function baseOf(third: string): string {
  if (third.endsWith('ies')) return `${third.slice(0, -3)}y`;
  return HISSING.some((ending) => third.endsWith(ending)) ? third.slice(0, -2) : third.slice(0, -1);
}

const HISSING: readonly string[] = ['sses', 'shes', 'ches', 'xes', 'zzes', 'goes'];

/** And the other way around. */
export function thirdOf(base: string): string {
  if (base.endsWith('y') && !'aeiou'.includes(base.charAt(base.length - 2))) return `${base.slice(0, -1)}ies`;
  return ['s', 'x', 'z', 'ch', 'sh', 'o'].some((ending) => base.endsWith(ending)) ? `${base}es` : `${base}s`;
}
