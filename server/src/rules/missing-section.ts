import type { Finding, Rule } from '../checking/rule.ts';
import type { Determination, Section, SectionKind } from '../determination/model/determination.ts';
import { quoted } from './support/quoted.ts';
import { REQUIRED_SECTIONS, SECTION_NAMES } from './support/sectionNames.ts';

const rule: Rule = {
  name: 'missing-section',
  title: 'A required section is missing, or its heading is misspelled',
  category: 'structure',
  severity: 'error',
  basis:
    'Labor Code 4610.6(d)–(f) and 8 CCR 9792.10.6(d): the determination describes the reviewer and the employee’s condition, and decides each disputed item.',
  *check(letter) {
    for (const section of letter.sections) {
      if (section.correct !== null) yield misprinted(letter, section, section.correct);
    }
    if (letter.layout !== 'D') return;
    for (const kind of REQUIRED_SECTIONS) {
      if (!letter.sections.some((section) => section.kind === kind)) yield missing(letter, kind);
    }
  },
};
export default rule;

/** The section is there, but its heading is misspelled. */
function misprinted({ text }: Determination, { heading }: Section, correct: string): Finding {
  return {
    span: heading,
    message: `${quoted(text.prose.within(heading).text, 34)} should be “${correct}”.`,
    issue: null,
    fixes: [{ title: `Change to “${correct}”`, edits: [{ span: heading, newText: correct }], kind: 'judgment' }],
  };
}

function missing(letter: Determination, kind: SectionKind): Finding {
  const later = REQUIRED_SECTIONS.slice(REQUIRED_SECTIONS.indexOf(kind) + 1);
  const next = letter.sections.find((section) => later.includes(section.kind));
  const at = next ?? letter.sections.at(-1);
  const firstLine = letter.text.foldedLines.line(0);
  return {
    span: at?.heading ?? letter.text.prose.span(firstLine.start, firstLine.end),
    message:
      next === undefined
        ? `“${SECTION_NAMES[kind]}” is missing.`
        : `“${SECTION_NAMES[kind]}” is missing; it belongs before this section.`,
    issue: null,
  };
}
