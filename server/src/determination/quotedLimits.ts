import type { Prose } from '../text/prose.ts';
import type { QuotedLimit } from './model.ts';

export function readQuotedLimits(_rationale: Prose): readonly QuotedLimit[] {
  return [];
}
