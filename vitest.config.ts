import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // The model's native threads want both cores: more workers only wait for each other.
    maxWorkers: 2,
  },
})
