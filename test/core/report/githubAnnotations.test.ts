import fc from 'fast-check';
import { expect, it } from 'vitest';
import { githubWriter } from '../../../server/src/report/githubAnnotations.ts';
import { finding, letter, written } from './support.ts';

const naming = { artifact: () => ({ uri: '' }), path: (file: string) => `letters/${file}`, rulePage: () => '' };

it('A finding is one command, with its columns where it is on one line', () => {
  const findings = [
    finding({}),
    finding({ severity: 'information', endLine: 16 }),
    finding({ severity: 'warning', message: '100% of 12\nvisits: ::error::forged' }),
  ];
  const unread = { kind: 'unread', file: 'b,c:d.txt', reason: 'it is not text' } as const;
  expect(written(githubWriter(naming), [letter({ findings }), unread])).toBe(
    `::error file=letters/a.txt,line=14,endLine=14,col=1,endColumn=21,title=missing-decision::There is no decision.
::notice file=letters/a.txt,line=14,endLine=16,title=missing-decision::There is no decision.
::warning file=letters/a.txt,line=14,endLine=14,col=1,endColumn=21,title=missing-decision::100%25 of 12%0Avisits: ::error::forged
::error file=letters/b%2Cc%3Ad.txt,title=This file could not be read::it is not text
`,
  );
});

it('No words and no name of a file make a second command', () => {
  const hostile = fc.string({ unit: fc.constantFrom('\n', '\r', '%', ':', ',', '=', '0', 'A', 'a', '::error::') });
  fc.assert(
    fc.property(hostile, hostile, (message, file) => {
      const text = written(githubWriter(naming), [letter({ file, findings: [finding({ message })] })]);
      const [, name, said] = /^::error file=letters\/([^:,\r\n]*),line=[^:\r\n]*::([^\r\n]*)\n$/.exec(text) ?? [];
      // As the runner reads it.
      const read = (words = '') => words.replace(/%(25|0D|0A|3A|2C)/g, (code) => decodeURIComponent(code));
      expect([read(name), read(said)]).toEqual([file, message]);
    }),
  );
});
