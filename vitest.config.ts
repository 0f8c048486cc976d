import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], more: object = {}) => ({ test: { name, include, ...more } })

export default defineConfig({
  test: {
    projects: [
      project('core', ['test/core/**/*.test.ts'], { testTimeout: 60_000 }),
      project('web', ['test/web/**/*.test.ts', 'test/web/**/*.test.tsx'], { testTimeout: 60_000 }),
      project('server', ['test/server/**/*.test.ts'], { globalSetup: ['test/server/postgres.setup.ts'], testTimeout: 60_000, hookTimeout: 120_000 }),
      project('journeys', ['test/journeys/**/*.test.ts'], { globalSetup: ['test/server/postgres.setup.ts'], testTimeout: 120_000, hookTimeout: 180_000, maxWorkers: 1 }),
      project('slow', ['test/slow/**/*.test.ts'], { globalSetup: ['test/server/postgres.setup.ts'], testTimeout: 3_600_000, hookTimeout: 180_000, maxWorkers: 1 }),
    ],
  },
})
