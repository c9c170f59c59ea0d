import type { DecisionWord, SectionKind } from '../determination/model/determination.ts';

/** Names that the features show. */
export const SECTION_TITLES: Readonly<Record<SectionKind, string>> = {
  header: 'Case header',
  'final-determination': 'Final determination',
  'documents-reviewed': 'Documents reviewed',
  'how-made': 'How the determination was made',
  'clinical-summary': 'Clinical case summary',
  issues: 'Issues, decisions and rationales',
};

export const PART_NAMES = {
  claimsGuideline: 'Claims administrator’s guideline',
  reviewerGuideline: 'Reviewer’s guideline',
  rationale: 'Rationale',
} as const;

export function decisionLabel(decision: DecisionWord | null): string {
  if (decision === null) return 'no decision';
  if (decision.kind === 'unusual') return decision.word;
  return decision.decision === 'upheld' ? 'Upheld' : 'Overturned';
}
