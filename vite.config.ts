import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, minifySync, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { words } from './scripts/wordsPlugin.ts'

/** In development the API of a server started with `npm start` stands behind the same origin. */
const api = process.env.API_URL ?? 'http://127.0.0.1:4780'

/**
 * zod's schemas carry the writing of JSON schemas along, a sixth of its weight. Only the server describes its API, so the
 * web app leaves it out; a call would say so.
 */
const withoutJsonSchemas: Plugin = {
  name: 'without-json-schemas',
  enforce: 'pre',
  transform(code, id) {
    if (!/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
    const leftOut = `const leftOut = () => { throw new Error('The web app is built without JSON schemas.') }\n`
    return { code: leftOut + names.map((name) => `export const ${name} = leftOut\n`).join(''), map: null }
  },
}

/** The script that runs before the first paint is copied as it stands; it goes out as small as the bundle. */
const smallFirstScript: Plugin = {
  name: 'small-first-script',
  apply: 'build',
  writeBundle({ dir }) {
    const path = join(dir!, 'before-paint.js')
    writeFileSync(path, minifySync(path, readFileSync(path, 'utf8')).code)
  },
}

export default defineConfig({
  publicDir: 'web/public',
  plugins: [
    withoutJsonSchemas,
    words(),
    smallFirstScript,
    react(),
    tailwindcss(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api\//],
        inlineWorkboxRuntime: true,
        sourcemap: false,
        cleanupOutdatedCaches: true,
      },
      manifest: {
        name: 'pyNance Planning',
        short_name: 'Planning',
        description: 'Plan your money: what you have, what you owe, and where each cent goes.',
        lang: 'en',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf8f4',
        theme_color: '#faf8f4',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What the first screen needs compresses better as one file than cut up by who else needs it.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
        // The first screen's file names all others, and letters of chance do not compress.
        chunkFileNames: 'assets/[name]-[hash:7].js',
      },
    },
  },
  server: { proxy: { '/api': api } },
  preview: { proxy: { '/api': api } },
})
