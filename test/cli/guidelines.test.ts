import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const IMR = fileURLToPath(new URL('../../dist/imr.cjs', import.meta.url));
const OWN = {
  name: 'Figures of our license',
  limits: [
    {
      id: 'our-knee',
      chapter: 'odg-knee',
      condition: 'Invented strain',
      categories: ['physical-therapy'],
      kind: 'total',
      visitsMax: 15,
      source: 'our license',
      certainty: 'seen',
    },
  ],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imr-guidelines-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value, null, 2));
function imr(...args: readonly string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [IMR, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('imr guidelines', () => {
  it('lists chapters and editions with their days and where they are known from', () => {
    const { status, out } = imr('guidelines');
    expect(status).toBe(0);
    expect(out).toMatch(
      /^edition +Chronic Pain Medical Treatment 2009 · In force from July 18, 2009 to July 27, 2016\n +\S.*$/m,
    );
    expect(out).toMatch(/^chapter +ODG Knee & Leg/m);
  });

  it('finds the facts that hold all words, and says how well they are known', () => {
    const { status, out } = imr('guidelines', 'physical', 'medicine', 'myalgia');
    expect(status).toBe(0);
    expect(out).toMatch(/^limit +MTUS Chronic pain: 9-10 visits over 8 weeks \(Myalgia and myositis, unspecified\)/m);
    expect(imr('guidelines', 'AC').out).toMatch(/acromioclavicular\n.*\(not verified\)/);
    expect(imr('guidelines', 'no such words anywhere')).toMatchObject({ status: 1 });
  });

  it('prints facts for programs, the team’s own among them', () => {
    write('.imr.json', { guidelines: { files: ['own.json'] } });
    write('own.json', OWN);
    const facts: unknown = JSON.parse(imr('guidelines', '--format', 'json', 'invented strain').out);
    expect(facts).toMatchObject([{ fact: 'limit', id: 'our-knee', visitsMax: 15, source: 'our license' }]);
    expect(JSON.parse(imr('guidelines', '--format', 'json', '--no-config', 'invented strain').out)).toEqual([]);
  });

  it('reports what is wrong with the team’s files', () => {
    write('.imr.json', { guidelines: { files: ['own.json', 'nowhere.json'] } });
    write('own.json', { ...OWN, limits: [{ ...OWN.limits[0], kind: 'sum' }] });
    const { err } = imr('guidelines', 'knee');
    expect(err).toMatch(/own\.json:\d+:\d+: error: “kind” must be one of/);
    expect(err).toMatch(/\.imr\.json:\d+:\d+: error: There is no file “nowhere\.json”/);
  });
});

describe('imr check', () => {
  it('holds letters against the team’s own figures', () => {
    const letter = `HOW THE IMR FINAL DETERMINATION WAS MADE
MAXIMUS Federal Services sent the complete case file to an expert reviewer.

CLINICAL CASE SUMMARY
The injured worker is a 51 year old male with invented strain of the knee.

IMR ISSUES, DECISIONS AND RATIONALES
The Final Determination was based on decisions for the disputed items/services set forth below:

Physical therapy 20 sessions for the left knee: Overturned

Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004.

MAXIMUS guideline: Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Knee & Leg.

Decision rationale: There is a flare-up. Therefore, the request is medically necessary.
`;
    writeFileSync(join(folder, 'a.txt'), letter);
    write('.imr.json', { guidelines: { files: ['own.json'] } });
    write('own.json', { ...OWN, limits: [{ ...OWN.limits[0], terms: ['invented strain'] }] });
    expect(imr('check', 'a.txt').out).toMatch(/the cited guideline allows 15 visits\..*\[visits-exceed-guideline\]/);
  });
});
