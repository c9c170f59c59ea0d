import type { Piece } from './page.ts';

/**
 * The pieces that run as most of the page does, turned so that they run to the right: a page may lie on its side, a scan
 * may be askew. What runs otherwise (a watermark, a stamp on the margin) is left out.
 */
export function upright(pieces: readonly Piece[]): readonly Piece[] {
  const main = mainAngle(pieces);
  const along = pieces.filter(({ angle }) => turnBetween(angle, main) <= MOST_ASKEW);
  if (main === 0) return along;
  const [cos, sin] = [Math.cos(-main), Math.sin(-main)];
  return along.map((piece) => ({
    ...piece,
    x: piece.x * cos - piece.y * sin,
    y: piece.x * sin + piece.y * cos,
    angle: 0,
  }));
}

/** In radians: some ten degrees. */
const MOST_ASKEW = 0.18;
/** Angles are counted by the quarter of a degree. */
const STEP = Math.PI / 720;

/** The angle that most characters have. */
function mainAngle(pieces: readonly Piece[]): number {
  const counts = new Map<number, number>();
  for (const { angle, text } of pieces) {
    const step = Math.round(angle / STEP);
    counts.set(step, (counts.get(step) ?? 0) + text.length);
  }
  let [main, most] = [0, 0];
  for (const [step, count] of counts) if (count > most) [main, most] = [step, count];
  return main * STEP;
}

function turnBetween(a: number, b: number): number {
  const turn = Math.abs(a - b) % (2 * Math.PI);
  return Math.min(turn, 2 * Math.PI - turn);
}
