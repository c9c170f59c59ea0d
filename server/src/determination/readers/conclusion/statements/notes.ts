import { type Matrix, OF_MATRIX } from '../clauses/matrix.ts';
import type { Outcome } from '../rows/constructions.ts';

/** How a statement was read, in plain English. */
export const notesOf = (
  { id }: Outcome,
  isDenied: boolean,
  { sign }: Matrix,
  ground: { readonly complement: number } | null,
): readonly string[] => [
  id,
  ...(isDenied ? ['denied'] : []),
  ...(sign < 0 ? [OF_MATRIX] : []),
  ...(ground !== null && ground.complement < 0 ? ['of withholding'] : []),
];
