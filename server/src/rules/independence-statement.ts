import type { Rule } from '../checking/rule.ts';
import { lacksIndependence } from '../determination/readers/shared/cues.ts';

const rule: Rule = {
  name: 'independence-statement',
  title: 'The letter does not say that the reviewer is independent',
  category: 'structure',
  severity: 'hint',
  basis: 'Labor Code 139.5: a reviewer has no ties to the parties; the letter’s own form says so.',
  *check({ layout, sections }) {
    const section = sections.find(({ kind }) => kind === 'how-made');
    if (layout === 'unknown' || section === undefined || !lacksIndependence(section.body)) return;
    yield {
      span: section.heading,
      message: 'This section does not say that the reviewer has no affiliation with the parties.',
      issue: null,
    };
  },
};
export default rule;
