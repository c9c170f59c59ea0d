import english from './english.json' with { type: 'json' };
import { classesOf } from './wordClass.ts';

/** The classes of English that any reader may use. */
export const ENGLISH = classesOf(english);
