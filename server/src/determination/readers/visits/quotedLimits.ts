import type { Prose } from '../../../text/prose.ts';
import type { QuotedLimit } from '../../model/determination.ts';
import { findVisitCounts, type VisitCount } from './visitCounts.ts';
import { type RoleReading, readRole } from './visitRole.ts';

/** The numbers of visits that a rationale tells as a guideline's, in its order: none that was requested or attended. */
export function readQuotedLimits(rationale: Prose): readonly QuotedLimit[] {
  const limits: QuotedLimit[] = [];
  let sentence = '';
  let inSentence = new Set<number>();
  for (const count of findVisitCounts(rationale)) {
    if (count.stated === null) continue;
    const reading = readRole(rationale.text, count);
    if (!isGuidelines(count, reading, rationale.text.slice(count.start, count.end))) continue;
    if (reading.sentence !== sentence) {
      sentence = reading.sentence;
      inSentence = new Set();
    }
    const limit = limitOf(rationale, count, reading);
    // A sentence that applies a figure to the case, or repeats its own, quotes no new one.
    const repeated = APPLIED.test(reading.sentence) && limits.some(({ visitsMax }) => visitsMax === limit.visitsMax);
    if (repeated || (inSentence.has(limit.visitsMax) && limit.weeksMax === null)) continue;
    inSentence.add(limit.visitsMax);
    limits.push(limit);
  }
  return limits;
}

/** Told as a guideline's, or in the form of a guideline's table ('Arthritis: 9 visits over 8 weeks') with no other owner. */
const isGuidelines = ({ perWeek, weeks }: VisitCount, { role }: RoleReading, words: string): boolean =>
  role === 'guideline' || (role === 'unknown' && ((weeks !== null && perWeek === null) || EVERY_MONTHS.test(words)));

/** '1-2 visits every 4-6 months', of flare-ups. */
const EVERY_MONTHS = /\bevery \d.{0,8} months?$/i;

const APPLIED = /\b(?:request(?:s|ed)?|as stated|exceed(?:s|ed)?|in excess|this (?:patient|worker|claimant))\b/i;

/** The words that belong to a figure: 'a total of up to 18 visits over 6-8 weeks', '6-visit clinical trial'. */
const LEAD =
  /(?<!\w)(?:an? )?(?:total (?:of )?)?(?:(?:up to|(?:a )?maximum(?: of)?|no more than|(?:should )?not (?:to )?exceed|(?:an? )?(?:initial |clinical |first )*trial of|initial|first) )*$/i;
const TRAIL = /^[- ](?:clinical |treatment )?trial\b/i;

function limitOf(
  rationale: Prose,
  { start, end, stated, perWeek, weeks, computed }: VisitCount,
  reading: RoleReading,
): QuotedLimit {
  const lead = LEAD.exec(reading.before.slice(-48))?.[0].trimStart() ?? '';
  const trail = TRAIL.exec(reading.after)?.[0] ?? '';
  const words = rationale.slice(start - lead.length, end + trail.length);
  const visitsMax = stated?.value.max ?? 0;
  const visitsMin = stated !== null && stated.value.min < visitsMax ? stated.value.min : null;
  // 'at 1 to 2 times a week for the first 2 weeks' is the duration of the frequency, not of the visits.
  const lasts = weeks !== null && (perWeek === null || computed === visitsMax);
  return { span: words.range, text: words.text, visitsMin, visitsMax, weeksMax: lasts ? weeks.value.max : null };
}
