import type { Rule } from './support/rule.ts';

const rule: Rule = {
  name: 'reviewer-qualifications',
  title: 'The reviewer’s specialty or state of licensure is not told',
  category: 'structure',
  severity: 'warning',
  basis: 'Labor Code 4610.6(f): the determination describes the qualifications of the medical reviewers.',
  *check({ layout, sections, reviewer }) {
    const section = sections.find(({ kind }) => kind === 'how-made');
    // An empty section is reported as such.
    if (layout !== 'D' || section === undefined || section.body.length === 0) return;
    const lacks = [
      reviewer.specialties.length === 0 ? 'certification or specialty' : null,
      reviewer.licensure.length === 0 ? 'state of licensure' : null,
    ].filter((each) => each !== null);
    if (lacks.length === 0) return;
    yield { span: section.heading, message: `The reviewer’s ${lacks.join(' and ')} is not told here.`, issue: null };
  },
};
export default rule;
