import { AGREEMENTS } from './agreements.ts';
import type { Construction } from './constructions.ts';
import { CRITERIA } from './criteria.ts';
import { DECISIONS } from './decisions.ts';
import { RATINGS } from './ratings.ts';

/** All ways to conclude that are read. */
export const CONSTRUCTIONS: readonly Construction[] = [...RATINGS, ...DECISIONS, ...CRITERIA, ...AGREEMENTS];
