import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/core/**/*.test.ts',
      'test/grammar/**/*.test.ts',
      'test/protocol/**/*.test.ts',
      'test/cli/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
