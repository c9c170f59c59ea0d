import type { Part, Section } from '../../determination/model/determination.ts';

/** In the oldest layout a part is a section under its own heading; that it is empty is reported by empty-section. */
export const isSection = ({ label }: Part, sections: readonly Section[]): boolean =>
  sections.some(({ heading }) => heading.start === label.start);
