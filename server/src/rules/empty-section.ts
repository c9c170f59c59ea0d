import type { Rule } from '../checking/rule.ts';
import type { Section } from '../determination/model/determination.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

/** The sentences that every letter prints under the heading, whether anything follows or not. */
const LEAD_IN = new RegExp(
  '^(?:The (?:expert|physician|professional) reviewer developed the following clinical case summary based on a review of the case file, including all medical records ?:?' +
    '|The Final Determination was based on decisions? for the disputed items?/services? set forth below ?:?' +
    '|The following (?:relevant )?documents [^.:]{0,160}?\\b(?:reviewed|considered)\\b[^.:]{0,40}[.:]?(?: These documents included ?:?)?)',
  'i',
);
/** A list of which only the bullets, or the numbers, are left. */
const LIST_MARKS = /^(?:\s|[•·▪●◦‣*–—-]|\(?\d{1,2}[.)])*$/;

const rule: Rule = {
  name: 'empty-section',
  title: 'A section is empty',
  category: 'structure',
  severity: 'error',
  basis:
    '8 CCR 9792.10.6(d): the determination includes the employee’s medical condition, a list of the documents reviewed, and the analysis of each item.',
  *check(letter) {
    for (const section of letter.sections) {
      const { kind, heading } = section;
      if (!(REQUIRED_SECTIONS.includes(kind) || kind === 'documents-reviewed') || !isEmpty(section)) continue;
      yield {
        span: heading,
        message:
          kind === 'documents-reviewed'
            ? `“${SECTION_NAMES[kind]}” lists no documents.`
            : `“${SECTION_NAMES[kind]}” is empty.`,
        issue: null,
      };
    }
  },
};
export default rule;

const isEmpty = ({ body }: Section): boolean => LIST_MARKS.test(body.text.replace(LEAD_IN, ''));
