import type { SeveritySettings } from '../checking/check.ts';
import type { GuidelineCatalogue } from '../guidelines/catalogue.ts';
import type { EntriesOf } from '../team/putAside.ts';

/** What applies to a letter beside its own text: the user's settings and the team's files, as one answer. */
export interface LetterPolicy {
  readonly severities: SeveritySettings;
  /** What the `.imr-ignore.json` that applies puts aside. */
  readonly putAside: EntriesOf;
  /** Words that the user or the team spells so. */
  readonly words: readonly string[];
  /** The facts that the letter is compared with. */
  readonly guidelines: GuidelineCatalogue;
}
