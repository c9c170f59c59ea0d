import type { SeveritySettings } from '../checking/check.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import type { PutAsideEntry } from '../team/putAside.ts';

/** What applies to a letter beside its own text: the user's settings and the team's files, as one answer. */
export interface LetterPolicy {
  readonly severities: SeveritySettings;
  /** All entries of the `.imr-ignore.json` that applies; those of other letters do no harm. */
  readonly putAside: readonly PutAsideEntry[];
  /** Words that the user or the team spells so. */
  readonly words: readonly string[];
  /** The facts that the letter is held against. */
  readonly guidelines: GuidelineCatalogue;
}
