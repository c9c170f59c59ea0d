import type { Rule } from '../checking/rule.ts';

const rule: Rule = {
  name: 'no-disputed-issue',
  title: 'The issues section has no disputed issue',
  category: 'structure',
  severity: 'error',
  basis: 'Labor Code 4610.6(a) and (e): the determination decides the medical necessity of each disputed treatment.',
  yieldsTo: ['empty-section'],
  *check(letter) {
    if (letter.issues.length > 0) return;
    const section = letter.sections.find(({ kind }) => kind === 'issues');
    if (section === undefined) return;
    yield {
      span: section.heading,
      message: 'No disputed issue here. Begin one with its treatment and “: Upheld” or “: Overturned”.',
      issue: null,
    };
  },
};
export default rule;
