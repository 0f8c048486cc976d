/** Several processes of the app on one database, and nginx in front of them, as docs/DEPLOYMENT.md has them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findNginx } from '../../scripts/nginx.ts'
import { startApp, type AppProcess } from './appProcess.ts'

export interface BehindNginx {
  /** Of nginx. */
  address: string
  /** Of each process. */
  processes: { address: string; metrics: string }[]
  stop(): Promise<void>
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** `environment` says where the database is. */
export async function behindNginx(count: number, environment: Record<string, string>): Promise<BehindNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'pynance-nginx-'))
  chmodSync(folder, 0o755)
  const metrics = await Promise.all(Array.from({ length: count }, async () => `127.0.0.1:${await freePort()}`))
  const apps: AppProcess[] = metrics.map((each) =>
    startApp(folder, { AUTH_SECRET: 'the secret of several processes as one', TRUSTED_PROXIES: '1', METRICS_LISTEN: each, ...environment }),
  )
  const addresses = await Promise.all(apps.map((app) => app.address))
  const port = await freePort()
  const nginx = startNginx(folder, port, addresses)
  const address = `http://127.0.0.1:${port}`
  const stop = async (): Promise<void> => {
    nginx.kill('SIGQUIT')
    for (const app of apps) app.child.kill('SIGTERM')
    await Promise.all([once(nginx, 'close'), ...apps.map((app) => app.ended)])
    rmSync(folder, { recursive: true, force: true })
  }
  for (
    let tries = 0;
    !(await fetch(`${address}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    ));
    tries += 1
  ) {
    if (tries === 100) throw new Error('nginx does not answer.')
    await sleep(100)
  }
  return { address, processes: addresses.map((each, nth) => ({ address: each, metrics: `http://${metrics[nth]}/metrics` })), stop }
}

function startNginx(folder: string, port: number, addresses: readonly string[]): ChildProcess {
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n')
  const config = `
daemon off;
worker_processes 1;
pid ${join(folder, 'nginx.pid')};
error_log ${join(folder, 'error.log')};
events { worker_connections 1024; }
http {
  access_log off;
  ${places}
  upstream pynance {
    ${addresses.map((each) => `server ${new URL(each).host} max_fails=0;`).join('\n')}
    keepalive 64;
    keepalive_timeout 4s;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 3m;
    location / {
      proxy_pass http://pynance;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}
`
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, config)
  return spawn(findNginx()!, ['-p', folder, '-c', file], { stdio: 'ignore' })
}
