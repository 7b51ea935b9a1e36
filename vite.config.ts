import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'
import { datasetsPlugin } from './scripts/vite-datasets.ts'
import { lessonsPlugin } from './scripts/vite-lessons.ts'

export default defineConfig({
  // Relative, so that the built site works from any folder of a static host.
  base: './',
  plugins: [react(), datasetsPlugin(), lessonsPlugin()],
  worker: { format: 'es' },
  build: { target: 'es2023', chunkSizeWarningLimit: 6000 },
  // libpg-query's Emscripten factory is CommonJS: the dev server must convert it; its .wasm is found by src/sql/parser-module.ts.
  optimizeDeps: { exclude: ['@electric-sql/pglite'], include: ['libpg-query/wasm/libpg-query.js'] },
  server: { port: 5173 },
  preview: { port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/{engine,unit,lessons}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
  },
})
