/** The commands that client and server both name, with what they take and answer. */

/** The server's command that puts a finding aside. Its argument is a `PutAsideRequest`; it answers a `ChangedFile`. */
export const PUT_ASIDE_COMMAND = 'imr.putAside';

export interface PutAsideRequest {
  /** The letter's address. */
  readonly uri: string;
  readonly fingerprint: string;
  readonly rule: string;
  /** The finding in a few words, for the client to show; the server needs none, and no file keeps it. */
  readonly about?: string;
  /** A client may ask the user for it, and add it. */
  readonly reason?: string;
  /** Who puts it aside, where she wishes to be named. */
  readonly by?: string;
}

/** The server's command that takes a finding back that was put aside. It takes a `BringBackRequest` and answers a `ChangedFile`. */
export const BRING_BACK_COMMAND = 'imr.bringBack';

export interface BringBackRequest {
  /** The letter's address; where `letter` is set, that of the file that puts it aside. */
  readonly uri: string;
  /** What the file calls the letter, which then need not be open. */
  readonly letter?: string;
  readonly fingerprint: string;
  readonly rule: string;
}

/** The server's command that sets a rule's severity for the team. It takes a `SetTeamRuleRequest` and answers a `ChangedFile`. */
export const SET_TEAM_RULE_COMMAND = 'imr.setTeamRule';

export interface SetTeamRuleRequest {
  /** The address of a letter that it is to count for. */
  readonly uri: string;
  readonly rule: string;
  /** 'off', or a severity. */
  readonly severity: string;
}

/** The client's command that asks how far a rule is to be turned down, and for whom; its argument is a `TurnDownRequest`. */
export const TURN_DOWN_COMMAND = 'imr.turnRuleDown';

export interface TurnDownRequest {
  /** The letter's address. */
  readonly uri: string;
  readonly rule: string;
  readonly title: string;
  /** What the finding has now. */
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
}

/** The server's command that adds a word to the dictionary of the letter's folder. It takes an `AddWordRequest` and answers a `ChangedFile`. */
export const ADD_WORD_COMMAND = 'imr.addWord';

export interface AddWordRequest {
  /** The letter's address. */
  readonly uri: string;
  readonly word: string;
}

/** The file that a command has changed, for the client to save; null where nothing was changed, and the user knows why. */
export type ChangedFile = { readonly uri: string } | null;

/**
 * The server's command that checks files, open or not, and shows what is found in them. Its argument is the list of
 * their addresses, which takes the place of the list before: an empty one takes all findings back. It answers a
 * `CheckSummary`.
 */
export const CHECK_LETTERS_COMMAND = 'imr.checkLetters';

/** What a check of many files came to. */
export interface CheckSummary {
  readonly letters: number;
  readonly findings: number;
  readonly lettersWithFindings: number;
  /** Files that could not be checked. */
  readonly tooLarge: number;
  readonly unreadable: number;
  /** Whether it ended before the last file: the user stopped it, or another check took its place. */
  readonly stopped: boolean;
}

/** The client's command that opens a rule's page; its argument is the rule's name. */
export const EXPLAIN_COMMAND = 'imr.explainRule';

/** The client's command that adds a word to the user's own dictionary; its argument is the word. */
export const ADD_USER_WORD_COMMAND = 'imr.addUserWord';
