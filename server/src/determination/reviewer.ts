import type { Prose } from '../text/prose.ts';
import type { Reviewer } from './model.ts';

export const NO_REVIEWER: Reviewer = { specialties: [], licensure: [] };

export function readReviewer(_howMade: Prose): Reviewer {
  return NO_REVIEWER;
}
