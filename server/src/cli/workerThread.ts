import { worker } from 'workerpool';
import { LetterWork } from './letterWork.ts';
import type { Batch, Worked } from './work.ts';

/** Makes this thread one of a `Crew`. */
export function joinCrew(): void {
  const own = new LetterWork();
  worker({ work: (batch: Batch): Promise<readonly Worked[]> => own.do(batch) });
}
