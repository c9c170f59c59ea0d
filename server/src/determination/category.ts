import type { Prose } from '../text/prose.ts';
import type { Category } from './model.ts';

export function readCategory(_treatment: Prose): Category {
  return 'other';
}
