/** The page's side of a worker that answers one thing at a time: whoever asks anew ends what was asked before. */

/**
 * `start`: the worker. `failed`: the answer where it can't be worked out. What comes back calls back once it is answered, unless something
 * else is asked before.
 */
export function lastAsked<Request, Answer>(
  start: () => Worker,
  failed: Answer,
): (request: Request, tell: (answer: Answer) => void) => void {
  let worker: Worker | null = null
  let waiting: ((answer: Answer) => void) | null = null
  const started = (): Worker => {
    const own = start()
    const told = (answer: Answer): void => {
      if (worker !== own) return
      const tell = waiting
      waiting = null
      tell?.(answer)
    }
    own.addEventListener('message', ({ data }: MessageEvent<Answer>) => told(data))
    own.addEventListener('error', () => told(failed))
    return own
  }
  return (request, tell) => {
    // A worker does one thing after the other, and what is under way is of no use any more.
    if (waiting !== null) {
      worker?.terminate()
      worker = null
    }
    worker ??= started()
    waiting = tell
    worker.postMessage(request, [])
  }
}
