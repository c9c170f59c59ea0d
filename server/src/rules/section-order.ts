import type { Rule } from '../checking/rule.ts';
import type { Section, SectionKind } from '../determination/model/determination.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

const rule: Rule = {
  name: 'section-order',
  title: 'A section stands twice or out of order',
  category: 'structure',
  severity: 'error',
  basis: 'The fixed form of the Final Determination letter.',
  *check(letter) {
    if (letter.layout !== 'D') return;
    const seen = new Map<SectionKind, Section>();
    let latest: Section | undefined;
    for (const section of letter.sections) {
      if (!REQUIRED_SECTIONS.includes(section.kind)) continue;
      const first = seen.get(section.kind);
      const name = SECTION_NAMES[section.kind];
      if (first !== undefined) {
        const related = [{ span: first.heading, message: 'It stands here first.' }];
        yield { span: section.heading, message: `The section “${name}” stands twice.`, issue: null, related };
        continue;
      }
      seen.set(section.kind, section);
      if (latest !== undefined && rank(section) < rank(latest)) {
        const message = `The section “${name}” belongs before “${SECTION_NAMES[latest.kind]}”.`;
        const related = [{ span: latest.heading, message: `“${SECTION_NAMES[latest.kind]}” stands here.` }];
        yield { span: section.heading, message, issue: null, related };
      } else {
        latest = section;
      }
    }
  },
};
export default rule;

const rank = ({ kind }: Section): number => REQUIRED_SECTIONS.indexOf(kind);
