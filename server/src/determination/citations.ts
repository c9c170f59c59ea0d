import type { Prose } from '../text/prose.ts';
import type { Basis, Citation } from './model.ts';

export function readCitations(_body: Prose): readonly Citation[] {
  return [];
}

export function readBasis(_body: Prose, citations: readonly Citation[]): Basis {
  return citations.length > 0 ? 'citations' : 'none';
}
