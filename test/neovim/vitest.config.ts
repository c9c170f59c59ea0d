import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/neovim/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Neovim and the server start for each file of tests, and a busy machine answers late.
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
