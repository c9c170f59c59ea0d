import type { SubjectKind } from '../clauses/subject.ts';

export const THINGS: readonly SubjectKind[] = ['request', 'treatment', 'thing', 'none'];
export const OTHERS: readonly SubjectKind[] = ['review', 'physician', 'patient', 'guideline'];
export const SELF: readonly SubjectKind[] = ['reviewer', 'none'];
