import type { Prose } from '../text/prose.ts';
import type { Found } from '../text/span.ts';
import type { Category, Request, Visits } from './model.ts';

export interface PriorVisitsSource {
  readonly request: Request;
  readonly category: Category;
  readonly visits: Visits | null;
  readonly rationale: Prose | null;
  /** The clinical case summary. */
  readonly summary: Prose | null;
}

export function readPriorVisits(_source: PriorVisitsSource): Found<number> | null {
  return null;
}
