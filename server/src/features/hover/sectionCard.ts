import type { Determination, SectionKind } from '../../determination/model/determination.ts';
import { contains } from '../../text/span.ts';
import { type Markdown, md, paragraphs } from '../markdown.ts';
import { PART_NAMES, SECTION_TITLES } from '../words.ts';
import type { CardProvider } from './card.ts';

const PURPOSES: Readonly<Record<SectionKind, Markdown>> = {
  header: md`The case as the review organization registered it.`,
  'final-determination': md`The letter’s own decision: *uphold* where every issue is upheld, *overturn* where every issue is overturned, *partial overturn* where they differ.`,
  'documents-reviewed': md`What the reviewer had to read (8 CCR 9792.10.6(d)). Posted copies leave it out.`,
  'how-made': md`Who reviewed the case: specialty and license, never the name (Labor Code 4610.6(f)).`,
  'clinical-summary': md`The employee’s condition by the record (8 CCR 9792.10.6(d)).`,
  issues: md`Each treatment in dispute with its decision, the guidelines of both sides and the rationale (Labor Code 4610.6(e)).`,
};

export const sectionCard: CardProvider = (letter, offset) => {
  const section = letter.sections.find(({ heading }) => contains(heading, offset));
  if (section === undefined) return null;
  const lines = [md`**${SECTION_TITLES[section.kind]}**`, PURPOSES[section.kind]];
  if (section.kind === 'issues') lines.push(tally(letter));
  return { span: section.heading, text: paragraphs(lines) };
};

const PARTS = {
  claimsGuideline: md`What the claims administrator’s denial is based on, as its letter cites it.`,
  reviewerGuideline: md`What the reviewer’s decision is based on: the guideline with its edition, and where in it (Labor Code 4610.6(e)). The claims administrator’s guideline need not be the same.`,
  rationale: md`Why the treatment is or is not medically necessary for this worker: what the guideline says, what the record shows, and the conclusion (Labor Code 4610.6(e)).`,
} as const;

/** On the label of an issue's part. */
export const partCard: CardProvider = ({ issues }, offset) => {
  for (const issue of issues) {
    for (const name of ['claimsGuideline', 'reviewerGuideline', 'rationale'] as const) {
      const part = issue[name];
      if (part !== null && contains(part.label, offset))
        return { span: part.label, text: paragraphs([md`**${PART_NAMES[name]}**`, PARTS[name]]) };
    }
  }
  return null;
};

function tally({ issues }: Determination): Markdown {
  const count = (wanted: string): number =>
    issues.filter(({ decision }) => decision?.kind === 'decided' && decision.decision === wanted).length;
  const open = issues.length - count('upheld') - count('overturned');
  const parts = [`${issues.length} in dispute`, `${count('upheld')} upheld`, `${count('overturned')} overturned`];
  return md`${[...parts, ...(open > 0 ? [`${open} without a decision`] : [])].join(' · ')}`;
}
