import type { Prose } from '../text/prose.ts';
import type { Conclusion } from './model.ts';

export function readConclusion(_rationale: Prose): Conclusion {
  return { kind: 'none', statements: [] };
}
