/** A browser before the whole server: requests carry its cookies, and its line can be cut or lose answers. */
import type { Connection } from '../../web/services/requests.ts'
import { origin } from './authApp.ts'
import type { PlanningApp } from './planningApp.ts'

export interface Line {
  connection: Connection
  /** false: nothing gets through. */
  isUp: boolean
  /** The server does what the next so many writes ask, but its answers are lost. */
  loseAnswers: number
  /** Requests that reached the server. */
  sent: string[]
  cookies: Map<string, string>
}

let addresses = 0

export function lineTo({ app }: PlanningApp): Line {
  const address = `10.9.${(addresses += 1) >> 8}.${addresses & 255}`
  const line: Line = { connection: { base_url: origin }, isUp: true, loseAnswers: 0, sent: [], cookies: new Map() }
  line.connection.fetch = async (input, init) => {
    if (!line.isUp) throw new TypeError('fetch failed')
    const request = new Request(input as string, init)
    request.headers.set('origin', origin)
    request.headers.set('cookie', [...line.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    line.sent.push(`${request.method} ${new URL(request.url).pathname}${line.cookies.size > 0 ? '' : ' without a session'}`)
    const response = await app.request(request, undefined, { incoming: { socket: { remoteAddress: address } } })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) line.cookies.delete(name)
      else line.cookies.set(name, value)
    }
    if (request.method !== 'GET' && line.loseAnswers > 0) {
      line.loseAnswers -= 1
      throw new TypeError('fetch failed')
    }
    return response
  }
  return line
}
