/** Names that mean the same to client and server. */

/** What every setting of the extension begins with. */
export const SETTINGS = 'imr';

/** The settings with each rule's severity: a rule's name comes after it. */
export const RULE_SETTINGS = `${SETTINGS}.rules`;

/** The setting with the words that the user spells so, in any folder. */
export const USER_WORDS_SETTING = `${SETTINGS}.dictionary.userWords`;

/** The source that every finding names. */
export const FINDING_SOURCE = 'imr';
