import { verbForms } from '../../language/lexicon/forms.ts';
import data from './parts.json' with { type: 'json' };

let bases: ReadonlyMap<string, string> | null = null;

/** The verb that a word is a form of, in small letters; null where it is not in the lists. */
export function baseFormOf(word: string): string | null {
  bases ??= read();
  return bases.get(word) ?? null;
}

function read(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const base of data.verbs.flatMap((verbs) => verbs.split(' '))) {
    for (const form of verbForms(base).keys()) if (!all.has(form)) all.set(form, base);
  }
  return all;
}

/** A form of a verb, by one of its other forms; none where the verb is not known. */
export function formsOf(written: string, form: number): readonly string[] {
  const base = baseFormOf(written);
  if (base === null) return [];
  return [...verbForms(base)].filter(([, bits]) => (bits & form) !== 0).map(([word]) => word);
}
