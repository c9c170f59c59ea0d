import type { Rule } from '../checking/rule.ts';
import type { Section, SectionKind } from '../determination/model/determination.ts';
import { quoted } from './support/quoted.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

const rule: Rule = {
  name: 'section-order',
  title: 'A section is out of order or appears twice',
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
        const related = [{ span: first.heading, message: 'First here.' }];
        yield { span: section.heading, message: `“${name}” appears twice.`, issue: null, related };
        continue;
      }
      seen.set(section.kind, section);
      if (latest !== undefined && rank(section) < rank(latest)) {
        const message = `“${name}” belongs before ${quoted(SECTION_NAMES[latest.kind], 36)}.`;
        const related = [{ span: latest.heading, message: `“${SECTION_NAMES[latest.kind]}” is here.` }];
        yield { span: section.heading, message, issue: null, related };
      } else {
        latest = section;
      }
    }
  },
};
export default rule;

const rank = ({ kind }: Section): number => REQUIRED_SECTIONS.indexOf(kind);
