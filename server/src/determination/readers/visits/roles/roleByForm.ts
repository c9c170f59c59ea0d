import { Form } from '../../../../language/lexicon/forms.ts';
import type { WordClass } from '../../../../language/lexicon/wordClass.ts';
import type { Reading } from '../../../../language/reading.ts';
import { ENGLISH } from '../../../language.ts';
import type { VisitRole } from '../../../model/visits.ts';
import type { Count } from '../counts/counts.ts';
import { VISIT_WORDS } from '../words/vocabulary.ts';
import type { Place } from './cueRoles.ts';
import type { VerbGroups } from './verbGroups.ts';

/**
 * What the form of a number alone shows, whatever is requested beside it: 'at her ninth visit', 'eighteen visits into
 * therapy', 'PT x 12 helped', 'weekly therapy went on for eight weeks'; null where it says nothing.
 */
export function roleByForm(reading: Reading, verbs: VerbGroups, place: Place, count: Count): VisitRole | null {
  const { form, first, end, stated } = count;
  const { tokens } = reading;
  const isReached = reading.is(first - 1, ENGLISH.possessive) && REACHED.has(tokens.lower(first - 2));
  if (form === 'ordinal' && isReached) return 'attended';
  if (tokens.lower(end) === 'into') return verbs.isPlanned(first) ? null : 'attended';
  if (place !== 'summary') return null;
  if (isPast(reading, end, VISIT_WORDS.helping)) return 'attended';
  for (let at = first; stated === null && at < end; at++)
    if (isPast(reading, at, VISIT_WORDS['going on'])) return 'attended';
  return null;
}

const isPast = (reading: Reading, at: number, verbs: WordClass): boolean =>
  ((reading.mentionAt(at, verbs)?.form ?? 0) & Form.past) > 0;

/** 'At her ninth visit', 'by his ninth visit' */
const REACHED: ReadonlySet<string> = new Set(['at', 'by', 'on', 'since']);
