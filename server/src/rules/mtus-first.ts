import type { Rule } from '../checking/rule.ts';
import { asRead, type Citation, type Determination, type DisputedIssue } from '../determination/model/determination.ts';
import { findTreatments } from '../determination/readers/treatments/treatments.ts';
import data from './data/mtusTopics.json' with { type: 'json' };
import { mentionsIn } from './support/mentions.ts';
import { shortened } from './support/quoted.ts';

const rule: Rule = {
  name: 'mtus-first',
  title: 'Only ODG is cited, but the MTUS covers the topic',
  category: 'citations',
  severity: 'hint',
  basis:
    'Labor Code 4610.5(c)(2) and 8 CCR 9792.21(d) and 9792.21.1: the MTUS comes first; other guidelines apply where it is silent or is rebutted.',
  *check(letter) {
    const decided = asRead(letter.header.decisionDate)?.value ?? null;
    // The search order was put into the regulation in 2015.
    if (decided === null || decided < SINCE) return;
    for (const issue of letter.issues) {
      const { reviewerGuideline: part } = issue;
      const [first] = part?.citations ?? [];
      if (part === null || first === undefined || part.unread.length > 0) continue;
      if (!part.citations.every((each) => isOdgAlone(letter, each)) || speaksOfMtus(issue)) continue;
      const topic = data.find((each) => (each.until === null || decided < each.until) && isAbout(issue, each));
      if (topic === undefined) continue;
      yield {
        span: first.span,
        message: `Only ODG is cited; the MTUS covers ${shortened(topic.topic, 34)} (8 CCR ${topic.section}).`,
        issue: issue.index,
      };
    }
  },
};
export default rule;

const SINCE = '2015-07-01';

/** 'ODG, Low Back, and MTUS …' may be read as one. */
const isOdgAlone = ({ text }: Determination, { source, span }: Citation): boolean =>
  source === 'ODG' && !text.prose.within(span).text.includes('MTUS');

/** The rationale mentions the MTUS, and may say why it is not applied. */
const speaksOfMtus = (issue: DisputedIssue): boolean => mentionsIn(issue).some(({ source }) => source !== 'ODG');

function isAbout(
  { category, request, bodyParts }: DisputedIssue,
  { category: own, names, bodyParts: parts }: (typeof data)[number],
): boolean {
  if (category !== own) return false;
  const treatments = findTreatments(request.treatment).map(({ value }) => value);
  const isNamed = treatments.some(({ name, drugClass }) => names?.some((each) => each === name || each === drugClass));
  if (names !== null && !(isNamed && treatments.length === 1)) return false;
  return (
    parts === null || (bodyParts.length > 0 && bodyParts.every(({ value }) => parts.some((part) => part === value)))
  );
}
