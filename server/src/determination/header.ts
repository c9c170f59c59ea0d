import type { Prose } from '../text/prose.ts';
import type { CaseHeader } from './model.ts';

export const NO_HEADER: CaseHeader = {
  caseNumber: null,
  dateAssigned: null,
  dateOfInjury: null,
  decisionDate: null,
  urDenialDate: null,
  applicationReceived: null,
  priority: null,
};

export function readHeader(_header: Prose): CaseHeader {
  return NO_HEADER;
}
