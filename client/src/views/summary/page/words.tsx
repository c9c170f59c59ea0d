import { type ComponentChildren, Fragment, toChildArray } from 'preact';
import type { Place, SummaryValue } from '../../../../../server/src/protocol/letterSummary.ts';
import type { Caret } from './summaryPage.tsx';

/** Shows words of the letter in its editor. */
export type ShowPlace = (place: Place) => void;

/** Words that are in the letter, and lead to it. */
export function Words({ value, show }: { readonly value: SummaryValue; readonly show: ShowPlace }) {
  return (
    <PlaceButton place={value.place} show={show}>
      {value.words}
    </PlaceButton>
  );
}

interface PlaceProps {
  readonly place: Place;
  readonly show: ShowPlace;
  /** As a screen reader says it, where the words alone say too little. */
  readonly label?: string;
  readonly children: ComponentChildren;
}

export function PlaceButton({ place, show, label, children }: PlaceProps) {
  return (
    <button
      type="button"
      class="place"
      {...(label !== undefined && { 'aria-label': label })}
      onClick={() => show(place)}
    >
      {children}
    </button>
  );
}

export function Divided({ by, children }: { readonly by: string; readonly children: ComponentChildren }) {
  return (
    <>
      {toChildArray(children).map((child, i) => (
        <Fragment key={i}>
          {i > 0 && by}
          {child}
        </Fragment>
      ))}
    </>
  );
}

export function holds({ line, character, endLine, endCharacter }: Place, caret: Caret): boolean {
  if (caret.line < line || caret.line > endLine) return false;
  const isAfterStart = caret.line > line || caret.character >= character;
  return isAfterStart && (caret.line < endLine || caret.character <= endCharacter);
}

export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : `${one}s`}`;
