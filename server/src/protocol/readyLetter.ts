/** Whether an open letter may go out, as a client shows and saves it. */
export interface ReadyLetter {
  readonly verdict: 'ready' | 'look-again' | 'not-ready';
  /** One sentence. */
  readonly summary: string;
  /** Of the letter's text: a changed letter has a different one. */
  readonly fingerprint: string;
  /** A page, of which nothing is loaded from anywhere and no script runs. */
  readonly html: string;
  /** `schemas/imr-ready.schema.json` */
  readonly json: string;
  /** The open findings as questions for the reviewer; empty where there is none. */
  readonly questions: string;
}
