import type { Prose } from '../text/prose.ts';
import type { Request } from './model.ts';

export function readRequest(heading: Prose): Request {
  return { kind: 'whole', treatment: heading };
}
