import type { Rule } from '../checking/rule.ts';
import type { Basis } from '../determination/model/determination.ts';
import { isOfReviewAlone } from '../determination/readers/citations/nothing/nothingCited.ts';
import { fallsWithSurgery } from './support/fallsWithSurgery.ts';
import { isSection } from './support/ownSection.ts';

/** Null where there is nothing to report: words that are not understood may cite something. */
const MESSAGES: Readonly<Record<Basis, string | null>> = {
  'no-evidence': 'The reviewer cites no guideline or evidence for this decision.',
  empty: 'No guideline or evidence is cited here.',
  citations: null,
  unread: null,
};

const rule: Rule = {
  name: 'missing-citation',
  title: 'The reviewer cites no guideline or evidence',
  category: 'citations',
  severity: 'warning',
  basis:
    'Labor Code 4610.6(e) and 4610.5(c)(2): the analysis ties its findings to the MTUS or to the next standard that applies.',
  *check(letter) {
    for (const issue of letter.issues) {
      const { index, reviewerGuideline: part } = issue;
      const message = part === null ? null : MESSAGES[part.basis];
      if (part === null || message === null || (part.body.length === 0 && isSection(part, letter.sections))) continue;
      if (part.basis === 'no-evidence' && isOfReviewAlone(part.body)) continue;
      const span = part.body.length > 0 ? part.body.range : part.label;
      // An item that is denied because the surgery is relies on the guideline cited for the surgery.
      const severity = fallsWithSurgery(letter, issue) ? 'information' : rule.severity;
      const formerly = part.body.length > 0 ? [] : [{ rule: 'missing-part', span }];
      yield { span, message, issue: index, severity, formerly };
    }
  },
};
export default rule;
