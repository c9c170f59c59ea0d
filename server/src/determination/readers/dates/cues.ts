import { classesOf, WordClass } from '../../../language/lexicon/wordClass.ts';
import type { DateRole } from '../../model/determination.ts';
import dateWords from './dateWords.json' with { type: 'json' };
import data from './roleCues.json' with { type: 'json' };

/**
 * What a word says about a date beside it. `request`: something is requested, and is not done on that day; `asked`: the
 * same in a verb; `sent`: with a request, it is the request's day; `telling`: a visit's, unless it is about something else;
 * `happening`: the day of what its sentence mentions; `onset`: of an injury, else of complaints; `earlier-injury`: of another injury than the case's.
 */
export type CueRole = DateRole | 'request' | 'asked' | 'sent' | 'telling' | 'happening' | 'onset' | 'earlier-injury';

/** A word that gives a role of dates. */
export interface CueWord {
  readonly role: Exclude<CueRole, 'earlier-injury'>;
  /** It gives less than others: a physician is named at visits, and elsewhere. */
  readonly weak: boolean;
  /** What someone does: 'denied' is the patient's, too. */
  readonly acts: boolean;
  readonly isNoun: boolean;
}

const ROLES: ReadonlySet<string> = new Set<CueWord['role']>([
  ...(['injury', 'visit', 'study', 'surgery', 'request-for-authorization', 'denial', 'approval'] as const),
  ...([
    'assignment',
    'application',
    'guideline',
    'other',
    'request',
    'asked',
    'sent',
    'telling',
    'happening',
    'onset',
  ] as const),
]);
const isRole = (role: string): role is CueWord['role'] => ROLES.has(role);

export const DATE_CUES = new WordClass<CueWord>('date cue', function* () {
  for (const { role, weak = false, acts = false, nouns = [], words = [] } of data) {
    if (!isRole(role)) throw new Error(`No date has the role “${role}”.`);
    for (const noun of nouns) yield { words: noun, value: { role, weak, acts, isNoun: true }, bends: 'noun' };
    for (const word of words) yield { words: word, value: { role, weak, acts, isNoun: false }, bends: 'fixed' };
  }
});

/** Small words around dates. */
export const DATE_WORDS = classesOf(dateWords);

/** What the roles of dates are known by. */
export const DATE_ROLE_CLASSES: readonly WordClass<unknown>[] = [DATE_CUES, ...Object.values(DATE_WORDS)];
