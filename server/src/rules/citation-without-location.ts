import type { Fix, Rule } from '../checking/rule.ts';
import type { Citation, Determination } from '../determination/model/determination.ts';
import { bodyPartsMeet } from '../guidelines/bodyParts.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import { type CitedGuideline, citedGuidelines } from '../guidelines/citedGuidelines.ts';
import { type Section, usable } from '../guidelines/facts.ts';
import { after } from '../text/span.ts';
import { isWholeSite } from '../wording/stretches.ts';
import { quoted } from './support/quoted.ts';

const rule: Rule = {
  name: 'citation-without-location',
  title: 'A guideline is cited without a chapter, section, or page',
  category: 'citations',
  severity: 'information',
  basis: 'Labor Code 4610.6(e): a reader must be able to look up what the decision relies on.',
  *check(letter, { guidelines }) {
    for (const cited of citedGuidelines(letter, guidelines)) {
      // What the claims administrator cited is only reported.
      if (cited.side === 'claims' || isLocated(cited.citation, cited)) continue;
      // Words that are not understood may say where.
      if ((cited.issue.reviewerGuideline?.unread.length ?? 0) > 0) continue;
      const lacking = lacks(cited, guidelines);
      if (lacking === null) continue;
      const { citation, issue } = cited;
      const fixes = missingLocation(letter, cited, guidelines);
      yield {
        span: citation.span,
        message: `${citation.title.value === '' ? 'The guideline' : quoted(citation.title.value, 44)} is cited without a ${lacking}.`,
        issue: issue.index,
        ...(fixes.length === 0 ? {} : { fixes }),
      };
    }
  },
};
export default rule;

const isLocated = ({ sections, pages }: Citation, { resolution }: CitedGuideline): boolean =>
  sections.length > 0 || pages.length > 0 || resolution.sections.length > 0;

/** What a citation of this guideline should name; null where it has nothing to name. */
function lacks({ citation, resolution }: CitedGuideline, guidelines: GuidelineCatalogue): string | null {
  const { chapter, edition } = resolution;
  if (citation.source === 'other') return isWholeSite(citation.title.value) ? 'page' : null;
  if (chapter === null) return null;
  // For ODG and ACOEM, letters give no location beyond the chapter.
  if (chapter.publisher !== 'MTUS') return chapter.parent === null ? 'chapter or section' : null;
  if (edition === null) return null;
  return edition.lastPage !== null || guidelines.sectionsOf(edition).length > 0 ? 'section or page' : null;
}

/** Adds the section where only one can be meant. */
function missingLocation(letter: Determination, cited: CitedGuideline, guidelines: GuidelineCatalogue): readonly Fix[] {
  const { citation, resolution } = cited;
  if (resolution.edition === null || !hasSections(letter)) return [];
  const [only, second] = guidelines.sectionsOf(resolution.edition).filter((section) => suits(cited, section));
  if (only === undefined || second !== undefined) return [];
  return [
    {
      title: `Add section “${only.name}”`,
      edits: [{ span: after(citation.span), newText: `, Section(s): ${only.name}` }],
      kind: 'judgment',
    },
  ];
}

/** Letters up to 2015 cite pages instead. */
const hasSections = ({ issues }: Determination): boolean =>
  issues.every(({ claimsGuideline, reviewerGuideline }) =>
    [claimsGuideline, reviewerGuideline].every(
      (part) => part?.citations.every(({ pages }) => pages.length === 0) ?? true,
    ),
  );

/** About this treatment in particular: a section about any treatment does not count. */
function suits({ issue }: CitedGuideline, { categories, bodyParts, certainty }: Section): boolean {
  if (usable(certainty) === 'hover' || usable(certainty) === 'nothing') return false;
  const parts = issue.bodyParts.map(({ value }) => value);
  if (bodyParts.length > 0) return parts.length > 0 && bodyPartsMeet(bodyParts, parts);
  return categories.length > 0 && categories.includes(issue.category);
}
