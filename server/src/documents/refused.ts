import type { Refusal } from '../intake/documentText.ts';

/** Thrown where the text of a document cannot be had; `documentText` alone catches it. */
export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}
