/** What a client may say of itself in `initializationOptions`. The server takes what it does not understand as not said. */
export interface InitializationOptions {
  /** It answers `READ_FILE`, `READ_LETTER`, and `OPEN_FILE`. */
  readonly readsFiles: boolean;
  /** It knows `EXPLAIN_COMMAND`. */
  readonly explainsRules: boolean;
  /** It knows `ADD_USER_WORD_COMMAND`. */
  readonly keepsUserWords: boolean;
  /** It knows `TURN_DOWN_COMMAND`. */
  readonly turnsRulesDown: boolean;
  /** It knows the command that reopens a file with another encoding. */
  readonly reopensWithEncoding: boolean;
  /** Whether the user trusts the folders that are open. */
  readonly isTrusted: boolean;
  /** The folder with the pages of the rules, an address ending in '/'. */
  readonly rulePages: string;
  /** The folder with the server's scripts and word lists, an address ending in '/': a worker of a browser may not know it. */
  readonly scripts: string;
}
