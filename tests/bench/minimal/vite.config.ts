import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

/** Remix as its templates leave it, without a future flag; only the entry renders whole pages (see the figures). */
export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'tests/bench/minimal/app',
      buildDirectory: 'node_modules/.cache/bench-minimal',
      routes: (define) =>
        define((route) => {
          route('products', 'list.tsx')
          route('cart', 'cart.tsx')
        }),
    }),
  ],
  publicDir: false,
  ssr: { external: ['pg'] },
})
