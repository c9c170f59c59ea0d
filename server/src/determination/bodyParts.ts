import type { Found } from '../text/span.ts';
import type { BodyPart, Laterality, Request } from './model.ts';

export function readBodyParts(_request: Request): readonly Found<BodyPart>[] {
  return [];
}

export function readLaterality(_request: Request): Found<Laterality> | null {
  return null;
}
