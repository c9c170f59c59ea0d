import type { Prose } from '../text/prose.ts';
import type { CaseHeader, Patient } from './model.ts';

export const NO_PATIENT: Patient = { age: null, sex: null, dateOfInjury: null };

export function readPatient(_summary: Prose, _header: CaseHeader): Patient {
  return NO_PATIENT;
}
