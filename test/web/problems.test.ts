/** What a problem says on the screen, and in which language the server is asked to tell one. */
import { describe, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { problem, toldProblem } from '../../core/problem.ts'

describe('the sentence of a problem', () => {
  test('is a few words that fit any until its room is there, and its own then; one that was told is as it was told', async () => {
    vi.resetModules()
    const { addSentences } = await import('../../web/words/say.ts')
    const { textOf } = await import('../../web/words/problems.ts')
    addSentences({ 'common.refused': () => ['That does not work as it is.'] })
    const taken = problem('name_is_taken', '/name')
    expect(textOf(taken)).toBe('That does not work as it is.')
    expect(textOf(toldProblem({ code: 'name_is_taken', path: '/name', message: 'Ein anderer Plan heißt schon so.' }))).toBe(
      'Ein anderer Plan heißt schon so.',
    )
    addSentences({ 'problems.name_is_taken': () => ['Another plan has this name.'] })
    expect(textOf(taken)).toBe('Another plan has this name.')
    expect(textOf(undefined)).toBeNull()
  })
})

describe('a request', () => {
  test('asks for the language of the page, and its refusal says what it was told', async () => {
    vi.resetModules()
    const { useLanguage } = await import('../../web/words/language.ts')
    const { ask } = await import('../../web/services/requests.ts')
    const { textOf } = await import('../../web/words/problems.ts')
    useLanguage.setState({ language: 'de' })
    const sent: Headers[] = []
    const refusing = async (_url: unknown, init?: RequestInit): Promise<Response> => {
      sent.push(new Headers(init?.headers))
      return new Response(JSON.stringify({ problems: [{ code: 'not_found', path: '', message: 'Diesen Plan gibt es nicht.' }] }), {
        status: 404,
        headers: { 'content-type': 'application/problem+json' },
      })
    }
    const answer = await ask(
      { base_url: 'http://localhost', fetch: refusing as typeof fetch },
      'deleteScenario',
      { params: { id: 'x' } },
      z.object({ ok: z.literal(true) }),
    )
    expect(sent.map((headers) => headers.get('accept-language'))).toEqual(['de'])
    expect(answer.ok ? [] : answer.problems.map((found) => [found.code, textOf(found)])).toEqual([
      ['not_found', 'Diesen Plan gibt es nicht.'],
    ])
  })
})
