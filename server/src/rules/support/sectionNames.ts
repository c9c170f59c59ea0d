import type { SectionKind } from '../../determination/model/determination.ts';

/** In the order in which a letter of layout D has them. Posted copies have no cover page and no list of documents. */
export const REQUIRED_SECTIONS: readonly SectionKind[] = ['how-made', 'clinical-summary', 'issues'];

/** What the sections are called in a letter. */
export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  header: 'Case header',
  'final-determination': 'Final Determination',
  'documents-reviewed': 'DOCUMENTS REVIEWED',
  'how-made': 'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'clinical-summary': 'CLINICAL CASE SUMMARY',
  issues: 'IMR ISSUES, DECISIONS AND RATIONALES',
};
