import type { Rule } from '../checking/rule.ts';
import { lacksIndependence } from '../determination/readers/shared/cues.ts';

const rule: Rule = {
  name: 'independence-statement',
  title: 'The letter does not say that the reviewer is independent',
  category: 'structure',
  severity: 'hint',
  basis: 'Labor Code 139.5: a reviewer has no tie to those who are concerned; the form of the letter says so.',
  *check({ layout, sections }) {
    const section = sections.find(({ kind }) => kind === 'how-made');
    if (layout === 'unknown' || section === undefined || !lacksIndependence(section.body)) return;
    yield {
      span: section.heading,
      message:
        'This section tells how the reviewer was chosen, but not that he or she has no affiliation with the employer, the employee, the providers or the claims administrator.',
      issue: null,
    };
  },
};
export default rule;
