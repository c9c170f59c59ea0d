import { defaultCatalogue } from '../guidelines/shipped.ts';
import type { LetterPolicy } from '../pipeline/letterPolicy.ts';
import { layGuidelines, readGuidelines } from '../team/guidelineFile.ts';
import { entriesByLetter, type PutAsideEntry } from '../team/putAside.ts';

/** What letters are checked by, as text that all threads share: none of them reads a team's files for itself. */
export interface PolicyText {
  /** Distinguishes one from another. */
  readonly id: number;
  /** JSON in UTF-8. */
  readonly json: SharedArrayBuffer;
}

/** A policy as it goes from thread to thread: what it is made of. */
export interface PortablePolicy extends Pick<LetterPolicy, 'severities' | 'words'> {
  readonly putAside: readonly PutAsideEntry[];
  /** The texts of the team's guideline files, in the order in which they are laid over each other. */
  readonly guidelineFiles: readonly string[];
}

export function policyText(id: number, policy: PortablePolicy): PolicyText {
  const bytes = Buffer.from(JSON.stringify(policy));
  const json = new SharedArrayBuffer(bytes.length);
  Buffer.from(json).set(bytes);
  return { id, json };
}

/** Reads policies, each once. */
export class Policies {
  readonly #known = new Map<number, LetterPolicy>();

  of({ id, json }: PolicyText): LetterPolicy {
    const policy = this.#known.get(id) ?? read(json);
    // The newest comes last, and the oldest goes: a folder's letters come one after the other.
    this.#known.delete(id);
    this.#known.set(id, policy);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST_KNOWN)) this.#known.delete(oldest);
    return policy;
  }
}

const MOST_KNOWN = 8;

function read(json: SharedArrayBuffer): LetterPolicy {
  const { putAside, guidelineFiles, ...policy } = JSON.parse(Buffer.from(json).toString()) as PortablePolicy;
  const guidelines =
    guidelineFiles.length === 0 ? defaultCatalogue() : layGuidelines(guidelineFiles.map(readGuidelines)).catalogue;
  return { ...policy, putAside: entriesByLetter(putAside), guidelines };
}
