import { type Certainty, usable } from '../guidelines/facts.ts';
import type { Severity } from './rule.ts';

/** How a finding that relies on a fact of the catalogue may be reported. */
export interface Trust {
  readonly severity: Severity;
  /** A sentence to put after the message, with its blank; empty where the fact is verified. */
  readonly caution: string;
}

const CAUTION = ' This is unverified.';

/** `severity` is that of a verified fact. Null where the fact is too uncertain to be reported. */
export function trustIn(certainty: Certainty, severity: Severity): Trust | null {
  switch (usable(certainty)) {
    case 'warning':
      return { severity, caution: '' };
    case 'information':
      return { severity: severity === 'hint' ? 'hint' : 'information', caution: CAUTION };
    default:
      return null;
  }
}
