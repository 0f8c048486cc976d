/** The two pages, built for production into a temporary folder and served from it: ours and the bare list. */
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const root = join(import.meta.dirname, '..', '..')

/** Builds both and answers their folders. */
export async function buildPages(folder: string): Promise<{ ours: string; bare: string }> {
  const ours = join(folder, 'ours')
  const bare = join(folder, 'bare')
  await build({ root, logLevel: 'warn', build: { outDir: ours, emptyOutDir: true } })
  await build({
    root: join(import.meta.dirname, 'bareList'),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir: bare, emptyOutDir: true, target: 'es2022' },
  })
  return { ours, bare }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}

export interface ServedPage {
  address: string
  stop(): void
}

/** Files alone: there is no API behind them, as for a browser without a connection. Places of the app are all its one page. */
export async function servePage(folder: string): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const path = join(folder, normalize(extname(pathname) === '' && !pathname.startsWith('/api/') ? '/index.html' : pathname))
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(readFileSync(path))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
