import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/learn-once.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A question takes its time, and a page that can't be shown is given up after some seconds.
    expect: { poll: { timeout: 30_000 } },
    // A browser beside other work loses an event now and then: the report names what needed its second try, and two are a failure.
    retry: process.env['CI'] ? 1 : 0,
    // A browser and a model already want more than two cores.
    maxWorkers: 1,
  },
})
