import type { Prose } from '../text/prose.ts';
import type { Category, Visits } from './model.ts';

export function readVisits(_treatment: Prose, _category: Category): Visits | null {
  return null;
}
