import type { Found } from '../text/span.ts';
import type { FinalDetermination, Section } from './model.ts';

export function readFinalDetermination(_sections: readonly Section[]): Found<FinalDetermination> | null {
  return null;
}
