import type { Section } from '../determination/model.ts';
import type { Rule } from './support/rule.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

/** The sentence that every letter prints under the heading, whether anything follows or not. */
const LEAD_IN =
  /^(?:The expert reviewer developed the following clinical case summary based on a review of the case file, including all medical records ?:?|The Final Determination was based on decisions? for the disputed items?\/services? set forth below ?:?)/i;

const rule: Rule = {
  name: 'empty-section',
  title: 'A section has no text',
  category: 'structure',
  severity: 'error',
  basis:
    '8 CCR 9792.10.6(d): the determination includes the employee’s medical condition and the analysis of each item.',
  *check(letter) {
    for (const section of letter.sections) {
      if (!REQUIRED_SECTIONS.includes(section.kind) || !isEmpty(section)) continue;
      yield { span: section.heading, message: `Nothing stands under “${SECTION_NAMES[section.kind]}”.`, issue: null };
    }
  },
};
export default rule;

const isEmpty = ({ body }: Section): boolean => body.text.replace(LEAD_IN, '').trim() === '';
