import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/reliability/**/*.reliability.ts'],
    // The longest of them, some hundred kills, takes a few minutes on two idle cores: this is for cores shared with others.
    testTimeout: 2 * 3_600_000,
    hookTimeout: 5 * 60_000,
    // They start processes of their own and measure times: two files at once would disturb each other.
    maxWorkers: 1,
    fileParallelism: false,
    // Each says its figures in one line; they are what a reader wants.
    disableConsoleIntercept: true,
  },
})
