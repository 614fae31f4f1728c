import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
  },
  // Found before the first page, or Vite would find them in the middle of it and bundle React twice.
  optimizeDeps: { entries: ['app/root.tsx', 'app/entry.client.tsx', 'app/routes/**/*.tsx'] },
  ssr: {
    // Loaded by Node from node_modules: native or large, nothing to gain from bundling.
    external: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'sharp', 'pg-boss', 'pino', 'stripe'],
  },
})
