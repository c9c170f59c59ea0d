import type { Determination, DisputedIssue } from '../../determination/model/determination.ts';
import { oncePerLetter } from '../../determination/oncePerLetter.ts';
import { sentencesIn } from '../../determination/readers/shared/sentences.ts';

/**
 * Whether an item was denied because the surgery that it goes with was: the surgery is Upheld in the same letter, and
 * the item's rationale says that for want of the surgery there is no need of it.
 */
export function fallsWithSurgery(letter: Determination, issue: DisputedIssue): boolean {
  if (!isUpheld(issue) || issue.rationale === null) return false;
  const surgeries = upheldSurgeries(letter);
  if (surgeries.length === 0 || (surgeries.length === 1 && surgeries[0] === issue)) return false;
  const { body } = issue.rationale;
  return sentencesIn(body).some(({ start, end }) => SURGERY_DENIED.test(body.text.slice(start, end)));
}

const upheldSurgeries = oncePerLetter(({ issues }) =>
  issues.filter((issue) => issue.category === 'surgery' && isUpheld(issue)),
);

const isUpheld = ({ decision }: DisputedIssue): boolean =>
  decision?.kind === 'decided' && decision.decision === 'upheld';

/** 'As the surgery is not medically necessary, …', 'none of the associated services are', 'without the procedure'. */
const SURGERY_DENIED =
  /\b(?:surg(?:ery|ical)|procedure|operation|arthroscopy|fusion|repair)\b[^.;]{0,60}\b(?:not|un)[ -]?(?:\w+ ){0,2}(?:necessary|supported|certified|approved|authorized|warranted|indicated|established)\b|\bnone of the associated\b|\b(?:without|absent) (?:the|a) (?:primary |proposed |requested )?(?:surg\w+|procedure|operation)\b/i;
