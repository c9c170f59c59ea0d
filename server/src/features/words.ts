import type { Citation, DecisionWord, SectionKind } from '../determination/model/determination.ts';

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

/** 'MTUS Chronic Pain Medical Treatment 2009: Physical Medicine' */
export function guidelineName({ source, title, year, sections }: Citation): string {
  const publisher = source === 'other' || source === 'journal' ? '' : source;
  const name = [publisher, title.value, year?.value ?? ''].filter((part) => part !== '').join(' ');
  const named = sections.map(({ value }) => value).filter((value) => value !== '');
  return named.length === 0 ? name : `${name}: ${named.join(', ')}`;
}
