/** A provider of sign-ins (OpenID Connect) as there are out there: the package oidc-provider on loopback, with the pages it brings for signing in. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ProviderSettings } from '../../server/settings.ts'

/** What it knows of somebody, beside the name they sign in there by. */
export interface Known {
  email?: string
  email_verified?: boolean
  name?: string
}

export interface SignInProvider {
  issuer: string
  /** As the app is to be told of it. */
  settings: ProviderSettings
  people: Map<string, Known>
  /** Answers in its place, by path; without, it answers itself. */
  instead: Map<string, (request: IncomingMessage, response: ServerResponse) => void>
  /** Answers of its own, changed on the way. */
  changed: Map<string, (body: string) => string>
  /** Paths that were asked for, in order. */
  asked: string[]
  /** Signs somebody in there, as a browser of theirs that goes to `url` would; answers what it leads back with. */
  signIn(url: string, login: string, cookies?: Map<string, string>): Promise<Record<string, string>>
  close(): Promise<void>
}

const client = { client_id: 'pynance', client_secret: 'a secret that the provider and the app share' }

/** `leadsBackTo`: the origin of the app. */
export async function signInProvider(leadsBackTo: string): Promise<SignInProvider> {
  const people: SignInProvider['people'] = new Map()
  const instead: SignInProvider['instead'] = new Map()
  const changed: SignInProvider['changed'] = new Map()
  const asked: string[] = []
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    asked.push(path)
    const change = changed.get(path)
    if (change) changeOnTheWay(response, change)
    const other = instead.get('*') ?? instead.get(path)
    if (other) other(request, response)
    else answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answer = quietly(() => openProvider(issuer, leadsBackTo, people))
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    issuer,
    settings: { issuer, ...client, name: 'Family ID' },
    people,
    instead,
    changed,
    asked,
    signIn: (url, login, cookies = new Map()) => signInAt(url, login, cookies, leadsBackTo),
    close,
  }
}

function openProvider(
  issuer: string,
  leadsBackTo: string,
  people: ReadonlyMap<string, Known>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${leadsBackTo}/provider`], grant_types: ['authorization_code'], response_types: ['code'] }],
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
    // Nobody is asked whether the app may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return provider.callback()
}

/** It warns of its keys for development, which are what is wanted here. */
function quietly<T>(work: () => T): T {
  const { warn, info } = console
  Object.assign(console, { warn: () => {}, info: () => {} })
  try {
    return work()
  } finally {
    Object.assign(console, { warn, info })
  }
}

function changeOnTheWay(response: ServerResponse, change: (body: string) => string): void {
  const end = response.end.bind(response)
  response.end = ((body: unknown) => {
    const text = change(String(body))
    response.setHeader('content-length', Buffer.byteLength(text))
    return end(text)
  }) as typeof response.end
}

/** Follows where it leads, fills in its form, and stops where it leads back to the app. */
async function signInAt(url: string, login: string, cookies: Map<string, string>, leadsBackTo: string): Promise<Record<string, string>> {
  let next: { url: string; form?: Record<string, string> } = { url }
  for (let steps = 0; steps < 12; steps += 1) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers,
      ...(next.form ? { method: 'POST', body: new URLSearchParams(next.form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) {
      const action = /action="([^"]+)"/.exec(await answer.text())?.[1]
      if (!action) throw new Error(`The provider answered ${answer.status} to ${next.url}`)
      next = { url: action, form: { prompt: 'login', login, password: 'any' } }
    } else {
      next = { url: new URL(location, next.url).href }
      if (next.url.startsWith(leadsBackTo)) return Object.fromEntries(new URL(next.url).searchParams)
    }
  }
  throw new Error('The provider leads round and round')
}
