import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Its build for browsers, which is the one that ships: it reads bytes in any host.
  resolve: { alias: [{ find: /^mammoth$/, replacement: 'mammoth/mammoth.browser.js' }] },
  test: {
    include: [
      'test/core/**/*.test.ts',
      'test/grammar/**/*.test.ts',
      'test/protocol/**/*.test.ts',
      'test/cli/**/*.test.ts',
      'test/host/**/*.test.ts',
      'test/package/**/*.test.ts',
      'test/page/**/*.test.ts',
    ],
    // Nothing here keeps state between files: one context for all saves the loading of the core for each.
    isolate: false,
    // One is left to the system by default: on two cores that is half of them.
    maxWorkers: '100%',
    // Of a damaged PDF, the library rejects promises of its own that nobody waits for; where letters are read, a thread
    // of their own takes that.
    onUnhandledError: ({ stack }) => !stack?.includes('/unpdf/'),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A machine that is busy with other work answers late, and that is no fault of what is tested.
    expect: { poll: { timeout: 10_000 } },
  },
});
