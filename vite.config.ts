import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'

// Small things that every page of the shop shows: each in a chunk of its own, its wrapping would be the larger part.
const everywhere =
  /\/app\/(ui\/(badge|button|empty-state|local-link|mark|money|picture|section)|kernel\/(large-sums|money))\.tsx?$/

function chunkOf(module: string): string | undefined {
  return everywhere.test(module) ? 'ui' : undefined
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    manifest: true,
    ...(isSsrBuild
      ? {}
      : { rollupOptions: { output: { manualChunks: chunkOf, onlyExplicitManualChunks: true } } }),
    // 3 KB less than esbuild's on the way to a phone (gzipped, of 112). On the server a stack trace must say where.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, keep_fargs: false } },
  },
  // Found before the first page, or Vite would find them in the middle of it and bundle React twice.
  optimizeDeps: {
    entries: ['app/root.tsx', 'app/entry.client.tsx', 'app/routes/**/*.tsx'],
    // The search does not know what runs on the server only; of this one the browser's part is not installed.
    exclude: ['@node-rs/argon2'],
  },
  ssr: {
    // Loaded by Node from node_modules: native or large, nothing to gain from bundling.
    external: ['@prisma/client', '@prisma/adapter-pg', 'pg', 'sharp', 'pg-boss', 'pino', 'stripe'],
  },
}))
