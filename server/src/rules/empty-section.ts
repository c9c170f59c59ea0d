import type { Rule } from '../checking/rule.ts';
import { saysNothing } from '../determination/readers/leadIns/leadIns.ts';
import { contains } from '../text/span.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

const rule: Rule = {
  name: 'empty-section',
  title: 'A section is empty',
  category: 'structure',
  severity: 'error',
  basis:
    '8 CCR 9792.10.6(d): the determination includes the employee’s medical condition, a list of the documents reviewed, and the analysis of each item.',
  *check(letter) {
    for (const { kind, heading, body } of letter.sections) {
      if (!(REQUIRED_SECTIONS.includes(kind) || kind === 'documents-reviewed')) continue;
      const hasIssue = letter.issues.some(({ range }) => contains(body.range, range.start));
      if (hasIssue || !saysNothing(body)) continue;
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
