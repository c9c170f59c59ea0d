import type { BodyPart, Category } from '../../determination/model/determination.ts';

/** As a message calls a treatment of the category. */
export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  medication: 'medication',
  imaging: 'imaging',
  'diagnostic-test': 'diagnostic tests',
  'lab-test': 'laboratory tests',
  'physical-therapy': 'physical therapy',
  'occupational-therapy': 'occupational therapy',
  chiropractic: 'chiropractic care',
  acupuncture: 'acupuncture',
  massage: 'massage',
  'aquatic-therapy': 'aquatic therapy',
  psychotherapy: 'psychotherapy',
  'work-hardening': 'work hardening',
  'functional-restoration': 'functional restoration',
  injection: 'injections',
  surgery: 'surgery',
  dme: 'medical equipment',
  consultation: 'consultations',
  'home-care': 'home care',
  other: 'other treatment',
};

/** 'low-back' is the low back. */
export const bodyPartName = (part: BodyPart): string => part.replaceAll('-', ' ');

/** 'the neck, the upper back, and the spine' */
export const listed = (items: readonly string[], and = 'and'): string =>
  items.length < 3 ? items.join(` ${and} `) : `${items.slice(0, -1).join(', ')}, ${and} ${items.at(-1)}`;
