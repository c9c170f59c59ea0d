import type { Category } from '../../model/determination.ts';
import { isTherapy } from './therapies.ts';
import type { HeadingTreatment } from './vocabulary.ts';

/** Whether a later noun of a phrase is its head ('spine surgery evaluation'), not the earlier one ('MRI study'). */
export function outranks(later: HeadingTreatment, earlier: HeadingTreatment): boolean {
  // Therapies in a row are one request, named after the first: 'chiropractic physiotherapy'.
  if (isTherapy(later.category) && isTherapy(earlier.category)) return strength(later) > strength(earlier);
  if (earlier.category === 'surgery' && later.category === 'consultation') return true;
  // 'Lidocaine pad', 'naloxone kit', 'Effexor XR': the form of a drug.
  if (earlier.category === 'medication' && earlier.name !== null && FORMS.has(later.category)) {
    return later.name !== null && later.category === 'dme';
  }
  // 'Lumbar traction unit', 'pain psychology testing'.
  if (later.name === null && isTherapy(earlier.category)) {
    if (later.category === 'dme') return earlier.category === 'physical-therapy';
    if (later.category === 'diagnostic-test') return true;
  }
  // 'MRI study', 'hepatitis C screening'.
  if (later.name === null && later.category === 'diagnostic-test' && TESTS.has(earlier.category)) return false;
  return strength(later) >= strength(earlier);
}

const TESTS: ReadonlySet<Category> = new Set(['imaging', 'lab-test']);
const FORMS: ReadonlySet<Category> = new Set(['dme', 'imaging', 'other', 'lab-test']);

function strength({ category, name }: HeadingTreatment): number {
  return name === null || name === 'follow-up visit' ? (GENERAL_STRENGTH[category] ?? 3) : (STRENGTH[category] ?? 5);
}

/** How firmly a named treatment holds the phrase against its neighbors; where nothing is said, 5. */
const STRENGTH: Partial<Readonly<Record<Category, number>>> = {
  consultation: 6,
  'aquatic-therapy': 6,
  'functional-restoration': 6,
  'work-hardening': 6,
  imaging: 4,
  'diagnostic-test': 4,
  'lab-test': 4,
  medication: 3,
  other: 3,
};

/** The same of general words ('therapy', 'unit', 'evaluation'); where nothing is said, 3. */
const GENERAL_STRENGTH: Partial<Readonly<Record<Category, number>>> = {
  injection: 5,
  'aquatic-therapy': 6,
  'physical-therapy': 2,
  medication: 2,
};
