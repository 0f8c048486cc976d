/** What an answer says about the request: try again, or never. */
import type { Problem } from '../../core/problem.ts'

/** Whether trying again later may help: the answer is not about what was sent. */
export const isPassing = (problems: readonly Problem[]): boolean =>
  problems.some(
    ({ code }) =>
      code === 'connection_is_down' ||
      code === 'too_many_requests' ||
      code === 'server_is_busy' ||
      code === 'storage_is_full' ||
      code === 'storage_is_not_available',
  )

/** Whether the answer is about what was sent, which then is not stored and never will be as it is. */
export const isRefusal = (problems: readonly Problem[]): boolean =>
  !isPassing(problems) &&
  !problems.some(({ code }) => code === 'must_be_signed_in' || code === 'not_found' || code === 'answer_is_not_readable')
