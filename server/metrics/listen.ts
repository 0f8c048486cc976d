/** Metrics on an address of their own, apart from what people reach. */
import { Hono } from 'hono'
import { serve, type Serving } from '../serve.ts'
import type { Metrics } from './metrics.ts'

/** Answers GET /metrics and nothing else. */
export function listenForMetrics(metrics: Metrics, { host, port }: { host: string; port: number }): Promise<Serving> {
  const app = new Hono()
  app.get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }))
  return serve({ fetch: app.fetch, host, port, setting: 'METRICS_LISTEN' })
}
