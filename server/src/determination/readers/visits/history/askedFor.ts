import type { BodyPart, Category, Laterality } from '../../../model/determination.ts';
import { isTherapy } from '../../treatments/therapies.ts';
import { PROGRAMS, type TherapyMention } from '../words/therapyMentions.ts';
import type { TherapyKind } from '../words/vocabulary.ts';
import { mayBeSamePart } from './bodies.ts';
import type { Located } from './history.ts';

/** What a request is for, as far as visits of it can be distinguished from visits of something else. */
export interface AskedFor {
  readonly category: Category;
  /** The names of the therapy in the heading. */
  readonly names: ReadonlySet<string>;
  readonly parts: readonly BodyPart[];
  readonly side: Laterality | null;
  readonly kinds: readonly TherapyKind[];
  /** Visits in dispute; null where no number is given. */
  readonly visits: number | null;
  /** The same for requests that nothing distinguishes. */
  readonly key: string;
}

/** A request, with its key. */
export const askedFor = (asked: Omit<AskedFor, 'key'>): AskedFor => {
  const { category, names, parts, side, kinds, visits } = asked;
  return { key: JSON.stringify([category, [...names], parts, side, kinds, visits]), ...asked };
};

/** Whether visits that are mentioned may be visits of what is requested. */
export function isAskedFor(
  asked: AskedFor,
  { therapy, bodies, kinds }: Located & { readonly therapy: TherapyMention | null },
): boolean {
  if (therapy === null ? !mayGoUnnamed(asked.category) : !isSameTherapy(asked, therapy)) return false;
  if (!isSameKind(asked.kinds, kinds, therapy !== null)) return false;
  if (bodies.some(({ isOther }) => isOther)) return false;
  const parts = bodies.flatMap((body) => body.parts);
  const isElsewhere =
    parts.length > 0 &&
    asked.parts.length > 0 &&
    !parts.some((part) => asked.parts.some((each) => mayBeSamePart(part, each)));
  if (isElsewhere) return false;
  const sides = bodies.flatMap(({ side }) => side ?? []);
  if (asked.side === null || asked.side === 'bilateral' || sides.length === 0) return true;
  return sides.some((side) => side === asked.side || side === 'bilateral');
}

/** Whether visits of `told` are visits of what is requested. */
function isSameTherapy(asked: AskedFor, { category, name }: TherapyMention): boolean {
  if (category === 'any therapy') return !APART.has(asked.category);
  if (category === 'any program') return PROGRAMS.has(asked.category) || mayGoUnnamed(asked.category);
  if (!isTherapy(asked.category)) return name !== null && asked.names.has(name);
  if (category !== asked.category) return HANDS.has(category) && HANDS.has(asked.category) && isHands(asked, name);
  return true;
}

/** Visits of which no therapy is named may be of the one in dispute; a program and another service are named. */
const mayGoUnnamed = (category: Category): boolean => isTherapy(category) && category !== 'functional-restoration';

/** Nobody means these by 'therapy' alone. */
const APART: ReadonlySet<Category> = new Set<Category>(['chiropractic', 'acupuncture', 'massage', 'work-hardening']);

/** Hand therapy is given by physical and by occupational therapists. */
const HANDS: ReadonlySet<Category> = new Set<Category>(['physical-therapy', 'occupational-therapy']);
const isHands = ({ names }: AskedFor, name: string | null): boolean => name === HAND || names.has(HAND);
const HAND = 'hand therapy';

const APART_IN_KIND: readonly (readonly [TherapyKind, TherapyKind])[] = [['group', 'individual']];
/** What is no other psychotherapy. */
const ALONE: ReadonlySet<TherapyKind> = new Set<TherapyKind>(['biofeedback', 'relaxation', 'hypnosis']);

/** Whether sessions of these kinds may be of the kinds that are requested; `isNamed`: their therapy is named. */
function isSameKind(asked: readonly TherapyKind[], told: readonly TherapyKind[], isNamed: boolean): boolean {
  const isApart = APART_IN_KIND.some(
    ([a, b]) => (asked.includes(a) && told.includes(b)) || (asked.includes(b) && told.includes(a)),
  );
  if (isApart) return false;
  const alone = asked.filter((kind) => ALONE.has(kind));
  const others = told.filter((kind) => ALONE.has(kind));
  if (alone.length === 0 && others.length === 0) return true;
  return alone.some((kind) => others.includes(kind)) || (!isNamed && others.length === 0);
}
