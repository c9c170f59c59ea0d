import type { Reading } from '../../../language/reading.ts';
import type { NumberValue } from '../../../language/values/number.ts';
import { ordinals } from '../../../language/values/ordinal.ts';
import { ENGLISH } from '../../language.ts';

/** 'in his sixty-first year', 'in her 47th year of life': whoever is in it has completed the years before it. */
interface YearOfLife {
  /** Completed years. */
  readonly years: number;
  /** Position after 'year'. */
  readonly end: number;
}

const BIRTHDAY = 'birthday';

/** The year of life that a number belongs to; null where it belongs to none. */
export function yearOfLife(reading: Reading, { first, end, min }: NumberValue): YearOfLife | null {
  const { tokens } = reading;
  const birthday = ordinals(reading).at(first);
  // 'her 47th birthday'
  if (birthday !== undefined && reading.is(first - 1, ENGLISH.possessive) && tokens.lower(birthday.end) === BIRTHDAY)
    return { years: birthday.place, end: birthday.end + 1 };
  if (!reading.is(first - 1, ENGLISH.possessive) || tokens.lower(first - 2) !== 'in') return null;
  const whole = ordinals(reading).at(first);
  const last = whole ?? (tokens.written(end) === '-' ? ordinals(reading).at(end + 1) : undefined);
  if (last === undefined || tokens.lower(last.end) !== 'year') return null;
  const place = whole === undefined ? min + last.place : whole.place;
  return { years: place - 1, end: last.end + 1 };
}
